package nightfill.application.verify;

import java.util.List;

/**
 * What a directory was found to be.
 *
 * @param manifests how many were followed
 * @param runs how many of these are of runs
 * @param files how many are as they are listed
 * @param bytes in these
 * @param faults one line each
 * @param notes what could not be looked into, one line each
 */
public record Verdict(int manifests, int runs, long files, long bytes, List<String> faults, List<String> notes) {}
