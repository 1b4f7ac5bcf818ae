/* SPDX-License-Identifier: MIT */
/*
 * nofault-alone: one trial of one strategy in a process of its own, without a
 * JVM around it: what two strategies cannot share a process for, since their
 * handlers do act. Prints what a batch took per access, batch by batch, and
 * exits 1 where the measurement failed, 2 where it was asked for what cannot be
 * measured. By hand:
 *
 *   nofault-alone --strategy guard-pool --trial recovery --pool-bytes 8294400
 */
#include "alone/alone.h"
#include "beside.h"

int main(int argc, char **argv)
{
	const struct nfb_alone_asked asked = nfb_alone_arguments(argc, argv);

	nfb_find_client();
	nfb_alone_measure(&asked);
	return 0;
}
