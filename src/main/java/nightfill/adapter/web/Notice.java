package nightfill.adapter.web;

/** A page that says why there is no other, and what to do. */
public record Notice(String heading, String text) {

    /** What is said as long as the database does not answer. */
    public static final Notice DATABASE_GONE = new Notice(
            "The database does not answer",
            "Nothing can be shown or done until it does. Nights that are under way may be safe all the same: see on the"
                    + " host whether the database runs, then reload this page.");

    /** What is said where the database answers, but not to this. */
    public static final Notice TOO_SLOW = new Notice(
            "This took the database too long",
            "It was given up, so that everything else goes on: other pages show and do what they always did. Reload this"
                    + " page later, or ask it for less.");

    /** What is said to a request that no page and no form of the console sends. */
    public static final Notice UNREADABLE =
            new Notice("The console cannot read that request", "Nothing was done. Follow a link, or start again.");
}
