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
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.billrunconsole.api.TokenClaims;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.session.SignInState.NeedsSignIn;
import org.billrunconsole.session.SignInState.Reason;
import org.billrunconsole.session.SignInState.Renewing;
import org.billrunconsole.session.SignInState.SignedIn;
import org.billrunconsole.session.SignInState.SignedOut;
import org.billrunconsole.session.SignInState.Unreachable;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.secrets.MemorySecretStore;
import org.billrunconsole.settings.secrets.SecretStore.Key;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Secrets;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SignInTest {

    private static final ConnectionProfile PROFILE = ConnectionProfile.create("Test", ConnectionKind.TEST,
            URI.create("https://test.example/v1")).withSignIn(SignInMode.PASSWORD, "acme", "billing.ops");
    private static final Key KEY = Key.signIn(PROFILE);

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

    private SignIn open(TokenProvider tokenProvider) {
        return open(tokenProvider, _ -> new TokenClaims(Optional.of("billing.ops"), expires));
    }

    private SignIn open(TokenProvider tokenProvider, Function<String, TokenClaims> claims) {
        var signIn = new SignIn(tokenProvider, claims, time, time);
        signIn.addListener(states::add);
        opened.add(signIn);
        return signIn;
    }

    private SignIn withPassword() {
        return open(new PasswordTokenProvider((brand, user, password) -> {
            assertThat(brand + " " + user).isEqualTo("acme billing.ops");
            assertThat(password).isEqualTo(Secrets.PASSWORD.toCharArray());
            signIns.incrementAndGet();
            try {
                return server.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }, PROFILE, secrets, Optional.empty()));
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

    /** As a server that does not notice that nobody waits any longer. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        var interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
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

    static Stream<Throwable> faultsOfTheProgram() {
        return Stream.of(new NoClassDefFoundError("planted"), new AssertionError("planted"), new StackOverflowError(),
                new IllegalStateException("planted"));
    }

    private static Callable<String> throwing(Throwable planted) {
        return () -> {
            switch (planted) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new IllegalArgumentException(planted);
            }
        };
    }

    /** No password was refused and none is missing, so nobody is asked for one. */
    @ParameterizedTest
    @MethodSource("faultsOfTheProgram")
    void aFaultOfTheProgramIsToldToEachCallAsWhatItIsAndTheNextTriesAgain(Throwable planted) {
        server = throwing(planted);
        var signIn = withKeptPassword();
        assertThatThrownBy(waiting(signIn)::join).cause().isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOfSatisfying(Failure.Unexpected.class, failure -> assertThat(
                        failure.detail()).isEqualTo(planted.getClass().getSimpleName())));
        assertThat(signIn.state()).isInstanceOf(Unreachable.class);
        server = () -> Secrets.TOKEN;
        assertThat(signIn.current()).isEqualTo(Secrets.TOKEN);
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheProgram")
    void aFaultOfTheProgramWhileAPersonSignsInIsToldThemAndTheirNextTryServesThoseWhoWait(Throwable planted) {
        var signIn = withPassword();
        var call = waiting(signIn);
        await().until(() -> signIn.state() instanceof NeedsSignIn);
        server = throwing(planted);
        assertThatThrownBy(() -> signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), false))
                .isInstanceOfSatisfying(FailureException.class, e -> assertThat(e.failure()).isInstanceOfSatisfying(
                        Failure.Unexpected.class, failure -> assertThat(failure.detail()).isEqualTo(
                                planted.getClass().getSimpleName())));
        assertThat(signIn.state()).isInstanceOf(NeedsSignIn.class);
        assertThat(call).isNotDone();
        server = () -> Secrets.TOKEN;
        signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), false);
        assertThat(call.join()).isEqualTo(Secrets.TOKEN);
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
        signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), false);
        assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(Secrets.token("made1")));
        assertThat(secrets.find(KEY)).isEmpty();
    }

    @Test
    void aTypedPasswordRenewsUntilTheSessionEndsAndIsKeptOnlyWhenAsked() {
        var signIn = withPassword();
        signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), true);
        assertThat(secrets.find(KEY)).contains(Secrets.PASSWORD.toCharArray());
        signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), false);
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
        signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), true);
    }

    static Stream<Failure> elsewhere() {
        return Stream.of(new Failure.NotFound(StubApi.exchange()), new Failure.Unauthorised(StubApi.exchange(), true),
                new Failure.Rejected(new ApiCall("POST", "/authenticate", OptionalInt.of(405), Optional.empty(),
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
        assertThatThrownBy(() -> signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), true)).isInstanceOf(
                FailureException.class);
        assertThat(call).isNotDone();
        assertThat(signIns).hasValue(2);
        server = () -> Secrets.TOKEN;
        signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), true);
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
                e -> assertThat(e.failure()).as("the server was not asked, so it has not refused anything")
                        .isInstanceOf(Failure.NotSignedIn.class));
        assertThat(signIn.state()).isEqualTo(new SignedOut(Reason.NOTHING_GIVEN));
        signIn.ask();
        assertThat(signIn.state()).isInstanceOf(NeedsSignIn.class);
        signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), false);
        assertThat(signIn.current()).isEqualTo(Secrets.token("made1"));
    }

    @Test
    void aPastedTokenCountsDownAndAsksWhenItIsOver() {
        var signIn = open(new ManualTokenProvider());
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
    void aPastedTokenThatOnlyAWrongClockCallsOverIsTakenWhenItIsPastedOnceMore() {
        var signIn = open(new ManualTokenProvider());
        expires = Optional.of(time.instant().minus(Duration.ofDays(400)));
        assertThat(signIn.useToken(Secrets.TOKEN)).isFalse();
        assertThat(signIn.useToken(Secrets.RENEWED_TOKEN)).as("another one").isFalse();
        assertThat(signIn.useToken(Secrets.RENEWED_TOKEN)).isTrue();
        assertThat(signIn.current()).isEqualTo(Secrets.RENEWED_TOKEN);
        time.advance(Duration.ofHours(1));
        assertThat(signIn.state()).as("it ends when the server says so").isEqualTo(
                new SignedIn(Optional.of("billing.ops"), Optional.empty()));
    }

    @Test
    void theEnvironmentsTokenIsTakenAndAnEmptyEnvironmentAsks() {
        assertThat(open(new EnvironmentTokenProvider(() -> Optional.of(Secrets.TOKEN))).current())
                .isEqualTo(Secrets.TOKEN);
        var empty = open(new EnvironmentTokenProvider(() -> Optional.of(" ")));
        waiting(empty);
        await().until(() -> empty.state().equals(new NeedsSignIn(Reason.ENVIRONMENT_EMPTY)));
    }

    @Test
    void aRenewalThatIsAnsweredLateNeverReplacesANewerSignIn() {
        var gate = new CountDownLatch(1);
        var late = new CountDownLatch(1);
        var signIn = withKeptPassword();
        signIn.current();
        server = () -> {
            awaitUninterruptibly(gate);
            late.countDown();
            return Secrets.RENEWED_TOKEN;
        };
        time.advance(Duration.ofMinutes(13));
        await().until(() -> signIns.get() == 2);
        server = () -> Secrets.token("newer");
        signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), false);
        var before = List.copyOf(states);
        gate.countDown();
        awaitUninterruptibly(late);
        assertThat(signIn.renewedAfter(Secrets.token("newer"))).contains(Secrets.token("newer"));
        assertThat(states).startsWith(before.toArray(SignInState[]::new));
        assertThat(signIns).as("the two above, the person's and the last").hasValue(4);
    }

    @Test
    void aRenewalThatFailsLateDoesNotEndANewerSignIn() {
        var gate = new CountDownLatch(1);
        var late = new CountDownLatch(1);
        var signIn = withKeptPassword();
        signIn.current();
        server = () -> {
            awaitUninterruptibly(gate);
            late.countDown();
            throw failing(new Failure.Unauthorised(StubApi.exchange()));
        };
        time.advance(Duration.ofMinutes(13));
        await().until(() -> signIns.get() == 2);
        server = () -> Secrets.token("newer");
        signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), false);
        gate.countDown();
        awaitUninterruptibly(late);
        time.advance(Duration.ofMinutes(1));
        assertThat(signIn.state()).isInstanceOf(SignedIn.class);
        assertThat(signIn.current()).isEqualTo(Secrets.token("newer"));
    }

    @Test
    void whileAPersonSignsInNobodyElseDoes() {
        var gate = new CountDownLatch(1);
        var signIn = withKeptPassword();
        var first = signIn.current();
        server = () -> {
            awaitUninterruptibly(gate);
            return Secrets.RENEWED_TOKEN;
        };
        var person = CompletableFuture.runAsync(
                () -> signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), false),
                task -> Thread.ofVirtual().start(task));
        await().until(() -> signIns.get() == 2);
        var calls = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> signIn.renewedAfter(first),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        time.advance(Duration.ofMinutes(20));
        gate.countDown();
        person.join();
        assertThat(calls).allSatisfy(call -> assertThat(call.join()).contains(Secrets.RENEWED_TOKEN));
        assertThat(signIns).hasValue(2);
    }

    @Test
    void renewingAheadOfTimeThatKeepsFailingIsTriedLessAndLessOften() {
        var signIn = withKeptPassword();
        expires = Optional.of(time.instant().plus(Duration.ofHours(12)));
        signIn.current();
        server = () -> {
            throw failing(new Failure.TimedOut(StubApi.exchange()));
        };
        time.advance(Duration.ofHours(12).minusMinutes(2));
        settled();
        var waits = new ArrayList<Long>();
        for (int attempt = 0; attempt < 4; attempt++) {
            var wait = time.untilNext().orElseThrow();
            waits.add(wait.toSeconds());
            if (attempt < 3) {
                time.advance(wait);
                settled();
            }
        }
        assertThat(waits).startsWith(15L, 30L, 60L);
    }

    /** Clocks that are wrong by minutes or years, and tokens that say it in both ways or one. */
    @ParameterizedTest
    @ValueSource(longs = {-31_536_000L * 60, -31_536_000, -3_600, -900, -899, -890, -600, 0, 600, 3_600, 31_536_000,
            31_536_000L * 60})
    void aWrongClockCausesNoStormOfSignIns(long ahead) {
        var signIn = open(new IssuedTokenProvider(() -> Secrets.token("made" + signIns.incrementAndGet())),
                _ -> new TokenClaims(Optional.empty(), Optional.of(time.instant().plusSeconds(900 - ahead))));
        for (int second = 0; second < 3_600; second++) {
            signIn.current();
            time.advance(Duration.ofSeconds(1));
            while (signIn.state() instanceof Renewing) {
                Thread.onSpinWait();
            }
        }
        assertThat(signIns).as("sign-ins in an hour").hasValueLessThanOrEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(longs = {-31_536_000, -899, 0, 600, 31_536_000})
    void aTokenThatSaysWhenItWasMadeIsRenewedInTimeWhateverTheClockSays(long ahead) {
        var signIn = open(new IssuedTokenProvider(() -> Secrets.TOKEN), _ -> new TokenClaims(Optional.empty(),
                Optional.of(time.instant().plusSeconds(900 - ahead)), Optional.of(time.instant().minusSeconds(ahead))));
        signIn.current();
        assertThat(time.untilNext()).contains(Duration.ofMinutes(13));
    }

    @Test
    void closingCallsOffWhatWaitsAndForgetsThePassword() {
        var signIn = withPassword();
        signIn.signIn("billing.ops", Secrets.PASSWORD.toCharArray(), false);
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
