package nightfill.adapter.job;

import java.util.List;
import java.util.Map;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the night's job together, once for all nights. */
@Configuration(proxyBeanMethods = false)
@Import(NightSteps.class)
public class NightConfiguration {

    /** Made of other beans alone. */
    public static final List<Class<?>> PLAIN = List.of(
            NotedProgress.class,
            StepFrame.class,
            LoadFeedStep.class,
            LoadFeedStep.Sources.class,
            NightsAtWork.class,
            EndOfNight.class,
            DeadExecutions.class,
            SpringBatchNight.class);

    @Bean(DeadExecutions.JOB)
    Job night(JobRepository jobs, EndOfNight end, Map<String, Step> steps) {
        List<Step> sequence = NightSteps.inOrder(steps);
        SimpleJobBuilder night = new JobBuilder(jobs).listener(end).start(sequence.get(0));
        sequence.stream().skip(1).forEach(night::next);
        return night.build();
    }
}
