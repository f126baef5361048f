package nightfill.adapter.postgres.server;

/** A rejected row as reports show it: no spreadsheet takes it for a formula. */
public final class ShownRow {

    /** Not even one that passes over blanks, what does not show, or the width of a sign. */
    private static final String HIDDEN =
            "\\s\\u0085\\u00a0\\u00ad\\u061c\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff";

    /** The column {@code raw} of a run's row. */
    public static final String SQL = """
            case when raw ~ (
                select case rules when '1' then '^[-=+@]' else '^[%s]*[-=+@\\uff0b\\uff0d\\uff1d\\uff20]' end
                from run where id = :run) then '''' || raw else raw end
            """.formatted(HIDDEN);

    private ShownRow() {}
}
