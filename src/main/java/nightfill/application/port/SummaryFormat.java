package nightfill.application.port;

import nightfill.application.report.Summary;

/** Puts a summary into bytes, the same for the same summary. */
public interface SummaryFormat {

    byte[] bytes(Summary summary);

    Summary parse(byte[] bytes);
}
