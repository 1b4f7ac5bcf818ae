/* SPDX-License-Identifier: MIT */
/*
 * nofault-faultpath: one measurement of one strategy in a process of its own,
 * without a JVM around it: what two strategies cannot share a process for,
 * since their handlers do act. Prints what a batch took per access, batch by
 * batch, and exits 1 where the measurement failed, 2 where it was asked for
 * what cannot be measured. By hand:
 *
 *   nofault-faultpath --strategy guard-pool --measurement recovery --pool-bytes
 * 8294400
 */
#include "faultpath/faultpath.h"
#include "find_client.h"
#include "strategy_library.h"

int main(int argc, char **argv)
{
	const int left = nfb_take_strategy_libraries("nofault-faultpath", argc, argv);
	const struct nfb_faultpath_options options =
			nfb_faultpath_arguments(left, argv);

	nfb_find_client();
	nfb_faultpath_measure(&options);
	return 0;
}
