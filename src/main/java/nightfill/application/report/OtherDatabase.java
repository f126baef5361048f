package nightfill.application.report;

/**
 * The database from which reports in a directory come, if not from this one. Whoever can write there chooses what its
 * mark says, and may have it lead to what is nobody's business.
 *
 * @param id what the mark says
 */
public record OtherDatabase(String id) {

    private static final String IDENTITY = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Quotes nothing but an identity. */
    public String words() {
        return id.matches(IDENTITY) ? "database " + id : "another database";
    }
}
