package nightfill.application.figures;

import java.util.List;

/** A sum, taken in two ways. */
public record ControlTotal(String name, String expected, String actual) {

    public boolean balances() {
        return expected.equals(actual);
    }

    public List<String> row() {
        return List.of(name, expected, actual, balances() ? "OK" : "DIFFERENT");
    }
}
