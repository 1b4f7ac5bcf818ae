// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import com.github.mustachejava.MustacheException;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.util.List;

/** Refuses names that no record in scope has, so that a misspelt name fails a test and does not leave a hole in the page. */
public final class StrictNames extends ReflectionObjectHandler {

    @Override
    public Wrapper find(String name, List<Object> scopes) {
        Wrapper wrapper = super.find(name, scopes);
        if (wrapper.getClass().getSimpleName().equals("MissingWrapper")) {
            throw new MustacheException(
                    "name is unknown to the view: name=" + name, new TemplateContext("", "", "", 0, true));
        }
        return wrapper;
    }
}
