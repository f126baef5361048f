package nightfill.domain.access;

/**
 * Who asks for something.
 *
 * @param name as it is now: an entry keeps it, whatever becomes of who bears it
 * @param origin from where: a process and its host, or an address
 */
public record Actor(Kind kind, String name, String origin) {

    private static final String ON = " on ";

    /** By what way somebody asks. */
    public enum Kind {
        SCHEDULER,
        /** A person at the command line. */
        HOST,
        CONSOLE,
        /** A program. */
        TOKEN
    }

    public Actor {
        name = AuditEntry.storable(name);
        origin = AuditEntry.storable(origin);
    }

    /** Who asks by a process of a host. */
    public static Actor ofProcess(Kind kind, String name, long pid, String host) {
        return new Actor(kind, name, "process " + pid + ON + host);
    }

    /** In a few words: {@code scheduler}, {@code anna on shop-1}, {@code anna in the console}. */
    public String title() {
        int host = origin.lastIndexOf(ON);
        return kind == Kind.HOST && host >= 0 ? name + origin.substring(host) : calledName();
    }

    /** With all that is known of the origin: {@code anna, process 4711 on shop-1}. */
    public String fullTitle() {
        return calledName() + ", " + origin;
    }

    private String calledName() {
        return switch (kind) {
            case SCHEDULER, HOST -> name;
            case CONSOLE -> name + " in the console";
            case TOKEN -> "token " + name;
        };
    }
}
