package nightfill.adapter.web;

import org.springframework.http.HttpStatus;

/** A page that says why there is no other, and what to do. */
public record Notice(String heading, String text) {

    /** Nothing of this console works without it. */
    public static final HttpStatus DATABASE_GONE = HttpStatus.SERVICE_UNAVAILABLE;

    /** What is said as long as the database does not answer. */
    public static Notice databaseGone() {
        return new Notice(
                "The database does not answer",
                "Nothing can be shown or done until it does. Nights that are under way may be safe all the same: see on the"
                        + " host whether the database runs, then reload this page.");
    }
}
