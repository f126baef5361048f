package nightfill;

import java.util.List;
import nightfill.adapter.postgres.access.PostgresFailedLogIns;
import nightfill.adapter.postgres.access.PostgresSetupCodes;
import nightfill.adapter.secret.Argon2PasswordHash;
import nightfill.adapter.secret.CommonPasswords;
import nightfill.application.access.LogIn;
import nightfill.application.access.MakeKeys;
import nightfill.application.access.OwnAccount;
import nightfill.application.access.RedeemInvitation;
import nightfill.application.access.SetUp;
import nightfill.application.access.Stranger;
import nightfill.application.access.Tries;
import nightfill.domain.access.PasswordRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How people come in, where there is a door; beside {@link AccessBeans}. */
@Configuration(proxyBeanMethods = false)
public class LogInBeans {

    /** Made of other beans alone. */
    public static final List<Class<?>> PLAIN = List.of(
            PostgresSetupCodes.class,
            PostgresFailedLogIns.class,
            Argon2PasswordHash.class,
            Stranger.class,
            Tries.class,
            MakeKeys.class,
            SetUp.class,
            RedeemInvitation.class,
            LogIn.class,
            OwnAccount.class);

    @Bean
    PasswordRule passwordRule() {
        return new PasswordRule(CommonPasswords.read());
    }
}
