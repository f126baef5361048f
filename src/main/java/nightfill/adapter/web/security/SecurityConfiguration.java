package nightfill.adapter.web.security;

import java.time.InstantSource;
import nightfill.adapter.web.Pages;
import nightfill.application.access.AccessTrail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/** Lets in whom the accounts let in, to what the matrix lets them. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

    /** {@link AccountLogIn} is found as the one provider there is; named here too, it would be asked twice. */
    @Bean
    SecurityFilterChain consoleFilters(
            HttpSecurity http, KnownAccounts accounts, AccessTrail trail, Pages pages, InstantSource clock) {
        AccessMatrix matrix = new AccessMatrix();
        Refusals refusals = new Refusals(pages, matrix, trail);
        WayIn wayIn = new WayIn();
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(matrix))
                .formLogin(form -> form.loginPage(WayIn.PATH)
                        .loginProcessingUrl(WayIn.PATH)
                        .usernameParameter("name")
                        .authenticationDetailsSource(Typed::in)
                        .defaultSuccessUrl("/")
                        .failureHandler(wayIn))
                .logout(logout -> logout.logoutUrl("/log-out")
                        .addLogoutHandler((request, response, who) ->
                                Signer.maybe(who, request).ifPresent(trail::loggedOut))
                        .logoutSuccessUrl(WayIn.PATH + "?left"))
                .exceptionHandling(
                        failures -> failures.accessDeniedHandler(refusals).authenticationEntryPoint(wayIn))
                .headers(Headers::on)
                .addFilterBefore(new ForeignRequests(refusals), CsrfFilter.class)
                .addFilterBefore(new SessionRules(accounts, clock, pages), AuthorizationFilter.class)
                .build();
    }
}
