/** Whether what was handed over is whole: manifests, and the chain that runs form. */
@NullMarked
package nightfill.domain.proof;

import org.jspecify.annotations.NullMarked;
