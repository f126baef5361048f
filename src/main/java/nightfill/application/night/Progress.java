package nightfill.application.night;

/** Shows people how far a step is. */
public interface Progress {

    /** Begins to show a step. */
    Step begin(String step);

    /** A step that is being shown. */
    interface Step {

        /**
         * Shows how far it is.
         *
         * @param items worked so far by this process
         * @param share of the whole, 0 to 1
         */
        void at(long items, double share);

        /** Shows that it is done. */
        void end();

        /** Shows that it broke off, unless it is done. */
        default void leave() {}
    }
}
