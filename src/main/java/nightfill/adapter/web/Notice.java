package nightfill.adapter.web;

/** A page that says why there is no other, and what to do. */
public record Notice(String heading, String text) {

    /** What is said as long as the database does not answer. */
    public static final Notice DATABASE_GONE = new Notice(
            "The database does not answer",
            "Nothing can be shown or done until it does. Nights that are under way may be safe all the same: see on the"
                    + " host whether the database runs, then reload this page.");
}
