/* SPDX-License-Identifier: MIT */
/* Trial `kernel`: whether this machine has a read kernel. */
#include <stdio.h>

#include "kernel.h"
#include "trial.h"

static int ask(const void *setting, void *result)
{
	const struct nfb_kernel_setting *asked = setting;
	struct nfb_text *answer = result;
	const char *missing = "";
	bool there = nfb_kernel_of((int)asked->kernel, &missing);

	snprintf(answer->text, sizeof(answer->text), "%s",
			there ? "" : missing);
	return 0;
}

const struct nfb_trial nfb_kernel_probe = {
	.name = "kernel",
	.setting_bytes = sizeof(struct nfb_kernel_setting),
	.result_bytes = sizeof(struct nfb_text),
	.run = ask,
};
