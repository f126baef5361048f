package nightfill.application.upkeep;

import java.time.LocalDate;

/** What is on record of executions, apart from what they did. */
public interface ExecutionRecords {

    /**
     * Removes the records of the executions that ended before a day, or whose night is of an earlier date; never those
     * of a run that loads or is unfinished, nor the last one.
     *
     * @return how many executions
     */
    int removeBefore(LocalDate day);
}
