package nightfill;

import nightfill.adapter.job.ChunkSize;
import nightfill.domain.allocation.Parts;

/**
 * How the work of a night is cut, on which no outcome depends.
 *
 * @param chunkSize what is committed together
 * @param parts which SKUs are allocated together
 */
public record Cut(ChunkSize chunkSize, Parts parts) {}
