package nightfill.application.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rows that never change themselves, in the order in which they came. */
public final class InMemoryTable<R> {

    private List<R> rows = List.of();

    InMemoryTable() {}

    public void insert(R row) {
        List<R> more = new ArrayList<>(rows);
        more.add(row);
        rows = List.copyOf(more);
    }

    public Stream<R> rows() {
        return rows.stream();
    }

    public Stream<R> where(Predicate<R> condition) {
        return rows.stream().filter(condition);
    }

    public boolean has(Predicate<R> condition) {
        return rows.stream().anyMatch(condition);
    }

    /** Returns how many rows were changed. */
    public long update(Predicate<R> condition, UnaryOperator<R> change) {
        long changed = where(condition).count();
        rows = rows.stream()
                .map(row -> condition.test(row) ? change.apply(row) : row)
                .toList();
        return changed;
    }

    public void delete(Predicate<R> condition) {
        rows = where(condition.negate()).toList();
    }

    /** Puts the row in place of those that it is to replace. */
    public void put(Predicate<R> former, R row) {
        delete(former);
        insert(row);
    }

    void become(List<R> others) {
        rows = others;
    }

    /** Takes the rows of the same table of another database. */
    @SuppressWarnings("unchecked")
    void copy(InMemoryTable<?> other) {
        rows = (List<R>) other.rows;
    }

    /** Returns what brings back the rows as they are now. */
    Runnable savepoint() {
        List<R> now = rows;
        return () -> rows = now;
    }
}
