/** What tests of the whole product are built from: installations, processes, browsers, disks and networks. */
@NullMarked
package nightfill.harness;

import org.jspecify.annotations.NullMarked;
