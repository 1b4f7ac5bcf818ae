/* SPDX-License-Identifier: MIT */
/*
 * A shell of weston for the scene: the first window is shown at the left of the
 * output, all others are stacked beside it, so that none hides the first. Weston's
 * own shells need a seat, or place windows by chance.
 */
#include <libweston-desktop/libweston-desktop.h>
#include <libweston/libweston.h>
#include <weston.h>

#include "window.h"

struct shell {
	struct weston_layer layer;
	struct weston_desktop *desktop;
	struct weston_view *first;
};

static void add(struct weston_desktop_surface *surface, void *data)
{
	struct weston_view *view = weston_desktop_surface_create_view(surface);
	struct shell *shell = data;

	weston_desktop_surface_set_user_data(surface, view);
	if (!shell->first)
		shell->first = view;
}

static void drop(struct weston_desktop_surface *surface, void *data)
{
	struct weston_view *view =
		weston_desktop_surface_get_user_data(surface);
	struct shell *shell = data;

	if (shell->first == view)
		shell->first = NULL;
	weston_desktop_surface_unlink_view(view);
	weston_view_destroy(view);
}

static void commit(struct weston_desktop_surface *surface, int32_t x,
		int32_t y, void *data)
{
	struct weston_view *view =
		weston_desktop_surface_get_user_data(surface);
	struct shell *shell = data;

	(void)x;
	(void)y;
	if (weston_view_is_mapped(view) || view->surface->width == 0)
		return;
	weston_layer_entry_insert(&shell->layer.view_list, &view->layer_link);
	weston_view_set_position(view, view == shell->first ? 0 : WINDOW_WIDTH,
			0);
	weston_view_update_transform(view);
	view->surface->is_mapped = true;
	view->is_mapped = true;
}

static const struct weston_desktop_api api = {
	.struct_size = sizeof(api),
	.surface_added = add,
	.surface_removed = drop,
	.committed = commit,
};

/* Called by weston when it loads the shell. The scene ends by a signal, and the
 * shell with it. */
WL_EXPORT int wet_shell_init(struct weston_compositor *compositor, int *argc,
		char *argv[])
{
	static struct shell shell;

	(void)argc;
	(void)argv;
	weston_layer_init(&shell.layer, compositor);
	weston_layer_set_position(&shell.layer, WESTON_LAYER_POSITION_NORMAL);
	shell.desktop = weston_desktop_create(compositor, &api, &shell);
	screenshooter_create(compositor);
	return shell.desktop ? 0 : -1;
}
