package nightfill.harness;

/**
 * A place in the program: the beginning of a method, or what follows its end.
 *
 * @param type the name of the class that declares the method
 * @param time how often it must have been come to
 */
record Place(String type, String method, int time, boolean behind) {

    public static Place before(String type, String method) {
        return new Place(type, method, 1, false);
    }

    public static Place after(String type, String method) {
        return new Place(type, method, 1, true);
    }

    /** The same place, come to for that time. */
    public Place time(int number) {
        return new Place(type, method, number, behind);
    }

    @Override
    public String toString() {
        return "%s %s.%s, time %d".formatted(behind ? "after" : "before", type, method, time);
    }
}
