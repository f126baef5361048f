package nightfill.adapter.job;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import nightfill.application.night.NightRequest;
import nightfill.domain.run.Run;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What the parameters of a job say of its night. The run's id alone identifies a job instance, so that a restart finds
 * it; the rest is as it was asked for this time, or for people to read.
 */
record NightParameters(long run, Path input, Path output) {

    static JobParameters of(Run run, NightRequest request) {
        JobParametersBuilder parameters = new JobParametersBuilder()
                .addLong("run", run.id())
                .addString("date", run.date().toString(), false)
                .addLong("number", (long) run.number(), false)
                .addString("input", request.input().toString(), false)
                .addString("output", request.output().toString(), false);
        Optional.ofNullable(request.attempt().asked()).ifPresent(asked -> parameters.addLong("asked", asked, false));
        return parameters.toJobParameters();
    }

    static NightParameters in(JobParameters parameters) {
        return new NightParameters(
                Objects.requireNonNull(parameters.getLong("run"), "a night's job names its run"),
                path("input", parameters),
                path("output", parameters));
    }

    private static Path path(String name, JobParameters parameters) {
        return Path.of(Objects.requireNonNull(parameters.getString(name), name));
    }
}
