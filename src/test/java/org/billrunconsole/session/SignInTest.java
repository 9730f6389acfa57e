package org.billrunconsole.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.billrunconsole.api.TokenClaims;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Exchange;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.session.SignInState.NeedsSignIn;
import org.billrunconsole.session.SignInState.Reason;
import org.billrunconsole.session.SignInState.Renewing;
import org.billrunconsole.session.SignInState.SignedIn;
import org.billrunconsole.session.SignInState.SignedOut;
import org.billrunconsole.session.SignInState.Unreachable;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.MemorySecretStore;
import org.billrunconsole.settings.SecretStore.Key;
import org.billrunconsole.settings.SecretStore.Purpose;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Secrets;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class SignInTest {

    private static final ConnectionProfile PROFILE = ConnectionProfile.create("Test", ConnectionKind.TEST,
            URI.create("https://test.example/v1")).withSignIn(SignInMode.PASSWORD, "acme", "billing.ops");
    private static final Key KEY = new Key(PROFILE.id(), Purpose.SIGN_IN);

    private final ManualTime time = new ManualTime();
    private final MemorySecretStore secrets = new MemorySecretStore();
    private final AtomicInteger signIns = new AtomicInteger();
    private final List<SignInState> states = new CopyOnWriteArrayList<>();
    private final List<SignIn> opened = new ArrayList<>();
    private volatile Callable<String> server = () -> Secrets.token("made" + signIns.get());
    private volatile Optional<Instant> expires = Optional.empty();

    @AfterEach
    void close() {
        opened.forEach(SignIn::close);
    }

    private SignIn open(TokenMaker maker) {
        var signIn = new SignIn(maker, _ -> new TokenClaims(Optional.of("billing.ops"), expires), time, time);
        signIn.addListener(states::add);
        opened.add(signIn);
        return signIn;
    }

    private SignIn withPassword() {
        return open(new PasswordMaker((brand, user, password) -> {
            assertThat(brand + " " + user).isEqualTo("acme billing.ops");
            assertThat(password).isEqualTo(Secrets.PASSWORD.toCharArray());
            signIns.incrementAndGet();
            try {
                return server.call();
            } catch (FailureException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }, PROFILE, secrets));
    }

    private SignIn withKeptPassword() {
        secrets.keep(KEY, Secrets.PASSWORD.toCharArray());
        return withPassword();
    }

    private static CompletableFuture<String> waiting(SignIn signIn) {
        return CompletableFuture.supplyAsync(signIn::current, task -> Thread.ofVirtual().start(task));
    }

    private void settled() {
        await().until(() -> !(opened.getFirst().state() instanceof Renewing));
    }

    private static FailureException failing(Failure failure) {
        return new FailureException(failure);
    }

    @Test
    void oneSignInServesAllWhoWait() {
        var gate = new CountDownLatch(1);
        server = () -> {
            gate.await();
            return Secrets.TOKEN;
        };
        var signIn = withKeptPassword();
        var calls = IntStream.range(0, 50).mapToObj(_ -> waiting(signIn)).toList();
        await().until(() -> signIns.get() == 1);
        gate.countDown();
        assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(Secrets.TOKEN));
        assertThat(signIns).hasValue(1);
        assertThat(signIn.state()).isEqualTo(new SignedIn(Optional.of("billing.ops"),
                Optional.of(time.instant().plus(Duration.ofMinutes(15)))));
    }

    @Test
    void oneRenewalServesAllWhoWereRefused() throws InterruptedException {
        var signIn = withKeptPassword();
        var old = signIn.current();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var renewed = callers.invokeAll(IntStream.range(0, 50)
                    .<Callable<Optional<String>>>mapToObj(_ -> () -> signIn.renewedAfter(old))
                    .toList());
            assertThat(renewed).allSatisfy(each -> assertThat(each.get()).contains(Secrets.token("made2")));
        }
        assertThat(signIns).hasValue(2);
    }

    @Test
    void itRenewsAheadOfTimeAndCallsGoOnMeanwhile() {
        expires = Optional.of(time.instant().plus(Duration.ofMinutes(15)));
        var signIn = withKeptPassword();
        var first = signIn.current();
        assertThat(time.untilNext()).contains(Duration.ofMinutes(13));
        var gate = new CountDownLatch(1);
        server = () -> {
            gate.await();
            return Secrets.RENEWED_TOKEN;
        };
        time.advance(Duration.ofMinutes(13));
        assertThat(signIn.state()).isInstanceOf(Renewing.class);
        assertThat(signIn.current()).isEqualTo(first);
        expires = Optional.of(time.instant().plus(Duration.ofMinutes(15)));
        gate.countDown();
        settled();
        assertThat(signIn.current()).isEqualTo(Secrets.RENEWED_TOKEN);
        assertThat(time.untilNext()).contains(Duration.ofMinutes(13));
    }

    @Test
    void aTokenThatDoesNotSayIsRenewedAfterThirteenMinutesAndAShortOneAtHalfItsLife() {
        withKeptPassword().current();
        assertThat(time.untilNext()).contains(Duration.ofMinutes(13));
        close();
        opened.clear();
        expires = Optional.of(time.instant().plusSeconds(60));
        withKeptPassword().current();
        assertThat(time.untilNext()).contains(Duration.ofSeconds(30));
    }

    @Test
    void aClockThatIsWrongDoesNotEndTheSession() {
        expires = Optional.of(time.instant().minusSeconds(3600));
        withKeptPassword().current();
        assertThat(time.untilNext()).contains(Duration.ofMinutes(13));
    }

    @Test
    void whenRenewingAheadFailsForNowTheOldTokenGoesOnAndItIsTriedAgain() {
        var signIn = withKeptPassword();
        var first = signIn.current();
        server = () -> {
            throw failing(new Failure.TimedOut(StubApi.exchange()));
        };
        time.advance(Duration.ofMinutes(13));
        settled();
        assertThat(signIn.current()).isEqualTo(first);
        assertThat(time.untilNext()).contains(Duration.ofSeconds(15));
        server = () -> Secrets.RENEWED_TOKEN;
        time.advance(Duration.ofSeconds(15));
        settled();
        assertThat(signIn.current()).isEqualTo(Secrets.RENEWED_TOKEN);
    }

    @Test
    void withoutATokenAFailureThatMayPassIsGivenToEachCallAndTheNextTriesAgain() {
        var signIn = withKeptPassword();
        server = () -> {
            throw failing(new Failure.TimedOut(StubApi.exchange()));
        };
        assertThatThrownBy(signIn::current).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.TimedOut.class));
        assertThat(signIn.state()).isInstanceOf(Unreachable.class);
        server = () -> Secrets.TOKEN;
        assertThat(signIn.current()).isEqualTo(Secrets.TOKEN);
    }

    @Test
    void callsWaitWhileAPersonSignsIn() {
        var signIn = withPassword();
        var calls = IntStream.range(0, 10).mapToObj(_ -> waiting(signIn)).toList();
        await().until(() -> signIn.state().equals(new NeedsSignIn(Reason.NOTHING_GIVEN)));
        assertThat(signIns).hasValue(0);
        signIn.signIn(Secrets.PASSWORD.toCharArray(), false);
        assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(Secrets.token("made1")));
        assertThat(secrets.find(KEY)).isEmpty();
    }

    @Test
    void aTypedPasswordRenewsUntilTheSessionEndsAndIsKeptOnlyWhenAsked() {
        var signIn = withPassword();
        signIn.signIn(Secrets.PASSWORD.toCharArray(), true);
        assertThat(secrets.find(KEY)).contains(Secrets.PASSWORD.toCharArray());
        signIn.signIn(Secrets.PASSWORD.toCharArray(), false);
        assertThat(secrets.find(KEY)).isEmpty();
        assertThat(signIn.renewedAfter(signIn.current())).contains(Secrets.token("made3"));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void anAddressWithoutElevateIsNotSaidToHaveRefusedThePassword(Failure failure) {
        var signIn = withKeptPassword();
        server = () -> {
            throw failing(failure);
        };
        waiting(signIn);
        await().until(() -> signIn.state().equals(new NeedsSignIn(Reason.WRONG_ADDRESS)));
        assertThat(signIns).hasValue(1);
        server = () -> Secrets.TOKEN;
        signIn.signIn(Secrets.PASSWORD.toCharArray(), true);
    }

    static Stream<Failure> elsewhere() {
        return Stream.of(new Failure.NotFound(StubApi.exchange()), new Failure.Unauthorised(StubApi.exchange(), true),
                new Failure.Rejected(new Exchange("POST", "/authenticate", OptionalInt.of(405), Optional.empty(),
                        Duration.ZERO), Failure.ServerWords.NONE));
    }

    @Test
    void aRefusedPasswordIsNotTriedAgainByItself() {
        var signIn = withKeptPassword();
        server = () -> {
            throw failing(new Failure.Unauthorised(StubApi.exchange()));
        };
        var call = waiting(signIn);
        await().until(() -> signIn.state().equals(new NeedsSignIn(Reason.PASSWORD_REFUSED)));
        assertThatThrownBy(() -> signIn.signIn(Secrets.PASSWORD.toCharArray(), true)).isInstanceOf(
                FailureException.class);
        assertThat(call).isNotDone();
        assertThat(signIns).hasValue(2);
        server = () -> Secrets.TOKEN;
        signIn.signIn(Secrets.PASSWORD.toCharArray(), true);
        assertThat(call.join()).isEqualTo(Secrets.TOKEN);
    }

    @Test
    void aTokenRefusedRightAfterARenewalAsksAPerson() {
        var signIn = withKeptPassword();
        var second = signIn.renewedAfter(signIn.current()).orElseThrow();
        var call = CompletableFuture.supplyAsync(() -> signIn.renewedAfter(second),
                task -> Thread.ofVirtual().start(task));
        await().until(() -> signIn.state().equals(new NeedsSignIn(Reason.TOKEN_REFUSED)));
        assertThat(signIns).hasValue(2);
        signIn.giveUp();
        assertThat(call.join()).isEmpty();
    }

    @Test
    void givingUpFailsWhatWaitsAndWhatComesUntilThePersonSignsIn() {
        var signIn = withPassword();
        var call = waiting(signIn);
        await().until(() -> signIn.state() instanceof NeedsSignIn);
        signIn.giveUp();
        assertThatThrownBy(call::join).hasCauseInstanceOf(FailureException.class);
        assertThatThrownBy(signIn::current).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.Unauthorised.class));
        assertThat(signIn.state()).isEqualTo(new SignedOut(Reason.NOTHING_GIVEN));
        signIn.ask();
        assertThat(signIn.state()).isInstanceOf(NeedsSignIn.class);
        signIn.signIn(Secrets.PASSWORD.toCharArray(), false);
        assertThat(signIn.current()).isEqualTo(Secrets.token("made1"));
    }

    @Test
    void aPastedTokenCountsDownAndAsksWhenItIsOver() {
        var signIn = open(new NoMaker());
        expires = Optional.of(time.instant().plusSeconds(600));
        assertThat(signIn.useToken("  Bearer " + Secrets.TOKEN + "\n")).isTrue();
        assertThat(signIn.current()).isEqualTo(Secrets.TOKEN);
        assertThat(signIn.state()).isEqualTo(new SignedIn(Optional.of("billing.ops"), expires));
        time.advance(Duration.ofSeconds(600));
        assertThat(signIn.state()).isEqualTo(new NeedsSignIn(Reason.TOKEN_OVER));
        var call = waiting(signIn);
        assertThat(signIn.useToken(Secrets.TOKEN)).isFalse();
        expires = Optional.of(time.instant().plusSeconds(600));
        assertThat(signIn.useToken(Secrets.RENEWED_TOKEN)).isTrue();
        assertThat(call.join()).isEqualTo(Secrets.RENEWED_TOKEN);
    }

    @Test
    void theEnvironmentsTokenIsTakenAndAnEmptyEnvironmentAsks() {
        assertThat(open(new EnvironmentMaker(() -> Optional.of(Secrets.TOKEN))).current()).isEqualTo(Secrets.TOKEN);
        var empty = open(new EnvironmentMaker(() -> Optional.of(" ")));
        waiting(empty);
        await().until(() -> empty.state().equals(new NeedsSignIn(Reason.ENVIRONMENT_EMPTY)));
    }

    @Test
    void closingCallsOffWhatWaitsAndForgetsThePassword() {
        var signIn = withPassword();
        signIn.signIn(Secrets.PASSWORD.toCharArray(), false);
        signIn.close();
        assertThatThrownBy(signIn::current).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.Cancelled.class));
        assertThat(signIns).hasValue(1);
    }

    @Test
    void nothingShowsTheToken() {
        var signIn = withKeptPassword();
        signIn.current();
        assertThat(signIn.toString() + states + Token.fresh(Secrets.TOKEN, TokenClaims.NONE, time.instant(), false))
                .doesNotContain(Secrets.MARK);
    }
}
