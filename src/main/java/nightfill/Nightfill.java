package nightfill;

/** Starts Nightfill from the command line. */
public final class Nightfill {

    private Nightfill() {}

    public static void main(String[] arguments) {
        System.exit(0);
    }
}
