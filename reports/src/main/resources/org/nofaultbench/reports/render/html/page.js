// SPDX-License-Identifier: MIT
// Tables sort by their headings and filter by a word. Without this the page reads the same.
'use strict';
(() => {
  const SORTABLE_ROWS = 2;
  const FILTERED_ROWS = 8;

  const keyOf = (row, column) => {
    const cell = row.cells[column];
    if (!cell || cell.colSpan > 1) {
      return null;
    }
    return cell.dataset.v === undefined ? cell.textContent.trim() : Number(cell.dataset.v);
  };

  // Rows without a value stay last, whichever way; texts with digits in them order by the digits.
  const compare = (a, b, sign) => {
    if (a === null || b === null) {
      return (a === null) - (b === null);
    }
    if (typeof a === 'number' && typeof b === 'number') {
      return sign * (a - b);
    }
    if (typeof a !== typeof b) {
      return typeof a === 'number' ? -1 : 1;
    }
    return sign * a.localeCompare(b, 'en', { numeric: true });
  };

  const sort = (table, heading) => {
    const ascending = heading.getAttribute('aria-sort') !== 'ascending';
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute('aria-sort');
    }
    heading.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    const body = table.tBodies[0];
    const keyed = Array.from(body.rows, (row) => [keyOf(row, heading.cellIndex), row]);
    keyed.sort((a, b) => compare(a[0], b[0], ascending ? 1 : -1));
    body.append(...keyed.map((pair) => pair[1]));
  };

  const makeSortable = (table) => {
    for (const heading of table.tHead.rows[0].cells) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...heading.childNodes);
      button.addEventListener('click', () => sort(table, heading));
      heading.append(button);
    }
  };

  const makeFilter = (table) => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    const shown = document.createElement('output');
    const rows = table.tBodies[0].rows;
    label.className = 'filter';
    label.append('Filter rows ', input, ' ', shown);
    input.type = 'search';
    input.addEventListener('input', () => {
      const wanted = input.value.trim().toLowerCase();
      let left = 0;
      for (const row of rows) {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
        left += row.hidden ? 0 : 1;
      }
      shown.textContent = wanted === '' ? '' : left + ' of ' + rows.length;
    });
    table.closest('.scroll').before(label);
  };

  for (const table of document.querySelectorAll('table:not(.facts)')) {
    const rows = table.tBodies[0].rows.length;
    if (rows >= SORTABLE_ROWS) {
      makeSortable(table);
    }
    if (rows >= FILTERED_ROWS) {
      makeFilter(table);
    }
  }

  // A box that has nothing to scroll is no stop on the way of a keyboard.
  const stops = () => {
    for (const box of document.querySelectorAll('.scroll')) {
      box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1;
    }
  };
  // A closed part has no width to compare, and paper cannot open one.
  for (const part of document.querySelectorAll('details')) {
    part.addEventListener('toggle', stops);
  }
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details')) {
      part.open = true;
    }
  });
  addEventListener('resize', stops);
  stops();
})();
