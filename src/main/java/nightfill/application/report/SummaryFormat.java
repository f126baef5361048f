package nightfill.application.report;

import nightfill.application.figures.Summary;

/** Puts a summary into bytes, the same for the same summary. */
public interface SummaryFormat {

    byte[] bytes(Summary summary);

    Summary parse(byte[] bytes);
}
