package nightfill.adapter.web.security;

import java.time.InstantSource;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import nightfill.application.access.AccessTrail;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

/** Lets in whom the accounts let in, to what the matrix lets them. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

    private static final Notice UNCLEAN =
            new Notice("That is no address of this console", "Nothing was done. Follow a link, or start again.");

    /** Before everything else, so that also what is turned away at once is on its guard. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> headers() {
        FilterRegistrationBean<HeaderWriterFilter> first =
                new FilterRegistrationBean<>(new HeaderWriterFilter(Headers.writers()));
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> halfSent() {
        return server -> server.addContextValves(new HalfSentRequests());
    }

    /** What is no clean request at all. */
    @Bean
    RequestRejectedHandler unclean(Pages pages) {
        return (request, response, rejection) -> pages.send(response, HttpStatus.BAD_REQUEST, request, UNCLEAN);
    }

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
                        .successHandler(new WayOn())
                        .failureHandler(wayIn))
                .logout(logout -> logout.logoutUrl("/log-out")
                        .addLogoutHandler((request, response, who) ->
                                Signer.maybe(who, request).ifPresent(trail::loggedOut))
                        .logoutSuccessUrl(WayIn.PATH + "?left"))
                .exceptionHandling(
                        failures -> failures.accessDeniedHandler(refusals).authenticationEntryPoint(wayIn))
                .headers(AbstractHttpConfigurer::disable)
                .addFilterBefore(new ForeignRequests(refusals), CsrfFilter.class)
                .addFilterBefore(new KnownMethods(pages), ForeignRequests.class)
                .addFilterBefore(new SessionRules(accounts, clock, pages), AuthorizationFilter.class)
                .build();
    }
}
