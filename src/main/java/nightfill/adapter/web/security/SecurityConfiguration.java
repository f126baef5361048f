package nightfill.adapter.web.security;

import java.time.InstantSource;
import nightfill.adapter.web.Pages;
import nightfill.application.access.LogIn;
import nightfill.application.sampling.Loss;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/** Lets in whom the accounts let in, to what the matrix lets them. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

    @Bean
    SecurityFilterChain consoleFilters(
            HttpSecurity http, LogIn logIn, Loss loss, KnownAccounts accounts, Pages pages, InstantSource clock) {
        AccessMatrix matrix = new AccessMatrix();
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(matrix))
                .authenticationProvider(new AccountLogIn(logIn, loss, clock))
                .formLogin(form -> form.loginPage("/log-in")
                        .loginProcessingUrl("/log-in")
                        .usernameParameter("name")
                        .authenticationDetailsSource(Typed::in)
                        .defaultSuccessUrl("/")
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                failure instanceof AuthenticationServiceException
                                        ? "/log-in?gone"
                                        : "/log-in?refused")))
                .logout(logout -> logout.logoutUrl("/log-out").logoutSuccessUrl("/log-in?left"))
                .exceptionHandling(failures -> failures.accessDeniedHandler(new Refusals(pages, matrix)))
                .headers(Headers::on)
                .addFilterBefore(new ForeignRequests(), CsrfFilter.class)
                .addFilterBefore(new SessionRules(accounts, clock, pages), AuthorizationFilter.class)
                .build();
    }
}
