package nightfill.application.report;

import nightfill.application.figures.NightPage;

/** Puts a night into a page for people, the same bytes for the same night. */
public interface PageFormat {

    byte[] bytes(NightPage page);
}
