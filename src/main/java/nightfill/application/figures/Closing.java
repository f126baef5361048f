package nightfill.application.figures;

/** How a run left things, as its installed {@code unallocated.csv} and {@code stock.csv} show. */
public record Closing(Tally open, Tally stock, long allocatedUnits, long dispatchedUnits) {}
