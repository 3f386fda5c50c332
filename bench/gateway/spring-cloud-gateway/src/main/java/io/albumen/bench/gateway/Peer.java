package io.albumen.bench.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/**
 * Spring Cloud Gateway as its guide sets it up: one route, and the resource server's token check,
 * which {@code peer.token-check=false} leaves out.
 */
@SpringBootApplication
public class Peer {
  public static void main(String[] args) {
    SpringApplication.run(Peer.class, args);
  }

  @Configuration
  @EnableWebFluxSecurity
  static class Security {
    @Bean
    @ConditionalOnProperty(name = "peer.token-check", havingValue = "true", matchIfMissing = true)
    SecurityWebFilterChain checked(ServerHttpSecurity http) {
      return http.authorizeExchange(exchange -> exchange.anyExchange().authenticated())
          .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
          .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
          .csrf(ServerHttpSecurity.CsrfSpec::disable)
          .build();
    }

    @Bean
    @ConditionalOnProperty(name = "peer.token-check", havingValue = "false")
    SecurityWebFilterChain unchecked(ServerHttpSecurity http) {
      return http.authorizeExchange(exchange -> exchange.anyExchange().permitAll())
          .csrf(ServerHttpSecurity.CsrfSpec::disable)
          .build();
    }
  }
}
