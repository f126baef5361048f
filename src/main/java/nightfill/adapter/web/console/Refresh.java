package nightfill.adapter.web.console;

/** How often a page asks for news. */
final class Refresh {

    private static final int WHILE_SOMETHING_HAPPENS = 2;
    private static final int ELSE = 15;

    private Refresh() {}

    /** In seconds. */
    static int seconds(boolean underWay) {
        return underWay ? WHILE_SOMETHING_HAPPENS : ELSE;
    }
}
