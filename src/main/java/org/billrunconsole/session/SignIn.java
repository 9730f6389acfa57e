package org.billrunconsole.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.billrunconsole.api.TokenClaims;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.session.Renewal.Outcome;
import org.billrunconsole.session.SignInState.Idle;
import org.billrunconsole.session.SignInState.NeedsSignIn;
import org.billrunconsole.session.SignInState.Reason;
import org.billrunconsole.session.SignInState.Renewing;
import org.billrunconsole.session.SignInState.SignedIn;
import org.billrunconsole.session.SignInState.SignedOut;
import org.billrunconsole.session.SignInState.Unreachable;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.Listeners;
import org.billrunconsole.work.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a session's token and renews it. Calls ask it for the token and wait while one is being obtained, by the
 * console or by a person; however many wait, there is one renewal. Tokens are in memory only. Safe for use by many
 * threads.
 */
public final class SignIn implements TokenSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /** A token refused sooner than this after it replaced a refused one shows that another would not help. */
    private static final Duration ON_PROBATION = Duration.ofMinutes(1);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(15);
    private static final Duration TRY_AGAIN_AT_MOST = Duration.ofMinutes(5);

    private final TokenProvider tokenProvider;
    private final Renewal renewal;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final Listeners<Consumer<SignInState>> listeners = new Listeners<>("sign-in");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Held while a person's password is tried. */
    private final ReentrantLock oneByOne = new ReentrantLock();
    private @Nullable Token token;
    private SignInState state = new Idle();
    /** Counts the attempts to renew, so that a waiting call can tell that the one it waited for has ended. */
    private int renewals;
    /** Counts the events that may bring a token; what was begun before the latest of them is discarded. */
    private int generation;
    private Optional<Thread> renewing = Optional.empty();
    private int failuresInARow;
    private Cancellable timer = () -> {};
    private boolean personSignsIn;
    /** A pasted token that looked over; empty if none did since the last that was taken. */
    private String lookedOver = "";
    private boolean closed;

    SignIn(TokenProvider tokenProvider, Function<String, TokenClaims> claims, InstantSource clock,
            Scheduler scheduler) {
        this.tokenProvider = tokenProvider;
        this.renewal = new Renewal(tokenProvider, claims, clock);
        this.clock = clock;
        this.scheduler = scheduler;
    }

    public SignInState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** Tells of every change, in order, on the thread that made it; a listener must not block. */
    public Cancellable addListener(Consumer<SignInState> listener) {
        return listeners.add(listener);
    }

    /** Whether a password can be remembered beyond this session; may block. */
    public boolean canRemember() {
        return tokenProvider instanceof PasswordTokenProvider passwords && passwords.canRemember();
    }

    /** Whether a person signs in with a password rather than with a token. */
    public boolean takesPassword() {
        return tokenProvider instanceof PasswordTokenProvider;
    }

    @Override
    public String current() {
        lock.lock();
        try {
            if (token != null && token.isOver(clock.instant())) {
                drop(Reason.TOKEN_OVER);
            }
            return await(false);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<String> renewedAfter(String rejected) {
        lock.lock();
        try {
            var held = token;
            if (held != null && held.value().equals(rejected)) {
                LOG.info("The server refused the token");
                var age = Duration.between(held.obtained(), clock.instant());
                var hopeless = held.afterRejection() && !age.isNegative() && age.compareTo(ON_PROBATION) < 0;
                token = null;
                if (hopeless || !tokenProvider.renews()) {
                    enter(new NeedsSignIn(Reason.TOKEN_REFUSED));
                } else if (!(state instanceof Renewing)) {
                    enter(new Idle());
                }
            }
            return Optional.of(await(true));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.NotSignedIn) {
                return Optional.empty();
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A person's password. Blocks; calls that wait go on when it succeeds. A renewal under way is called off, so that
     * there is one sign-in at a time and a late answer never replaces a newer one.
     *
     * @param user     who signs in
     * @param password copied; the caller clears it
     * @param remember whether to keep it in the key store
     * @throws FailureException if the server says no or cannot be reached, or something goes wrong in this program; calls
     *                          go on waiting
     */
    public void signIn(String user, char[] password, boolean remember) {
        if (!(tokenProvider instanceof PasswordTokenProvider passwords)) {
            throw new IllegalStateException("This connection takes tokens");
        }
        oneByOne.lock();
        try {
            locked(() -> {
                supersede();
                personSignsIn = true;
            });
            var value = passwords.makeWith(user, password, remember);
            accept(renewal.fresh(value, false));
        } catch (FailureException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("Signing in failed unexpectedly: {}", e.getClass().getName());
            throw new FailureException(Failure.Unexpected.of(Renewal.nothingSent(), e), e);
        } finally {
            locked(() -> {
                personSignsIn = false;
                changed.signalAll();
            });
            oneByOne.unlock();
        }
    }

    /**
     * A token a person pasted. One that is over by this machine's clock is not taken at first; pasted once more it is,
     * since the clock may be wrong, and the server is the one that knows.
     *
     * @return false if it was not taken
     */
    public boolean useToken(String pasted) {
        var value = pasted.strip().replaceFirst("(?i)^bearer\\s+", "");
        var given = renewal.given(value);
        var over = given.isOver(clock.instant());
        lock.lock();
        try {
            if (over && !value.equals(lookedOver)) {
                lookedOver = value;
                return false;
            }
            lookedOver = "";
            supersede();
            accept(over ? given.ofUnknownEnd() : given);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The person does not want to sign in: what waits fails, and nothing asks again until they do. */
    public void giveUp() {
        locked(() -> {
            if (state instanceof NeedsSignIn(var reason)) {
                enter(new SignedOut(reason));
            }
        });
    }

    /** The person wants to sign in after all. */
    public void ask() {
        locked(() -> {
            if (state instanceof SignedOut(var reason)) {
                enter(new NeedsSignIn(reason));
            }
        });
    }

    /** Forgets everything; what waits is called off. */
    @Override
    public void close() {
        locked(() -> {
            closed = true;
            generation++;
            renewing.ifPresent(Thread::interrupt);
            token = null;
            lookedOver = "";
            timer.cancel();
            changed.signalAll();
        });
        listeners.clear();
        tokenProvider.close();
    }

    // ---- Inside; all of it holds the lock

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private String await(boolean afterRejection) {
        var waitedFor = -1;
        while (true) {
            if (closed || Thread.currentThread().isInterrupted()) {
                throw new FailureException(new Failure.Cancelled(Renewal.nothingSent()));
            }
            if (token != null) {
                return token.value();
            }
            if (waitedFor == renewals && state instanceof Unreachable(var failure)) {
                throw new FailureException(failure);
            }
            switch (state) {
                case SignedOut _ -> throw new FailureException(new Failure.NotSignedIn(Renewal.nothingSent()));
                case Idle _,SignedIn _,Unreachable _ when personSignsIn -> pause();
                case Idle _,SignedIn _,Unreachable _ -> waitedFor = renew(afterRejection);
                case Renewing _ -> {
                    waitedFor = renewals;
                    pause();
                }
                case NeedsSignIn _ -> pause();
            }
        }
    }

    private void pause() {
        try {
            changed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** On a thread of its own, since the call that happens to come first may be called off. */
    private int renew(boolean afterRejection) {
        enter(new Renewing());
        renewals++;
        var begun = ++generation;
        renewing = Optional.of(Thread.ofVirtual().name("sign in").start(() -> make(afterRejection, begun)));
        return renewals;
    }

    private void make(boolean afterRejection, int begun) {
        var outcome = renewal.attempt(afterRejection);
        locked(() -> {
            if (begun != generation) {
                LOG.info("A renewal came too late and was left aside");
                return;
            }
            renewing = Optional.empty();
            switch (outcome) {
                case Outcome.Made(var made) -> accept(made);
                case Outcome.NotMade(var otherwise) -> failed(otherwise);
            }
        });
    }

    /** A person's sign-in takes the place of a renewal under way. */
    private void supersede() {
        generation++;
        renewing.ifPresent(Thread::interrupt);
        renewing = Optional.empty();
        if (state instanceof Renewing) {
            if (token == null) {
                enter(new NeedsSignIn(Reason.WANTED));
            } else {
                enter(new SignedIn(token.user(), token.until()));
                timer.cancel();
                timer = scheduler.after(TRY_AGAIN, this::due);
            }
        }
    }

    private void failed(SignInState otherwise) {
        if (token != null && !token.isOver(clock.instant()) && otherwise instanceof Unreachable(var failure)) {
            // Renewing ahead of time failed for now; the old token is still good.
            enter(new SignedIn(token.user(), token.until()));
            timer.cancel();
            timer = scheduler.after(backOff(failure), this::due);
        } else {
            token = null;
            enter(otherwise);
        }
    }

    private Duration backOff(Failure failure) {
        var doubled = TRY_AGAIN.multipliedBy(1L << Math.min(failuresInARow++, 10));
        var wait = doubled.compareTo(TRY_AGAIN_AT_MOST) < 0 ? doubled : TRY_AGAIN_AT_MOST;
        return failure instanceof Failure.RateLimited(_, var asked)
                ? asked.filter(longer -> longer.compareTo(wait) > 0).orElse(wait)
                : wait;
    }

    private void accept(Token obtained) {
        locked(() -> {
            if (!closed) {
                failuresInARow = 0;
                token = obtained;
                timer.cancel();
                timer = renewal.due(obtained).map(wait -> scheduler.after(wait, this::due)).orElse(() -> {});
                enter(new SignedIn(obtained.user(), obtained.until()));
            }
        });
    }

    /** Time to renew, or, where only a person can, the token's end. */
    private void due() {
        locked(() -> {
            if (closed) {
                return;
            }
            if (personSignsIn) {
                timer = scheduler.after(TRY_AGAIN, this::due);
            } else if (tokenProvider.renews() && state instanceof SignedIn) {
                // Calls go on with the old token meanwhile.
                renew(false);
            } else if (!tokenProvider.renews() && token != null && token.isOver(clock.instant())) {
                drop(Reason.TOKEN_OVER);
            }
        });
    }

    private void drop(Reason reason) {
        token = null;
        if (tokenProvider.renews()) {
            if (!(state instanceof Renewing)) {
                enter(new Idle());
            }
        } else {
            enter(new NeedsSignIn(reason));
        }
    }

    private void enter(SignInState next) {
        state = next;
        changed.signalAll();
        if (!(next instanceof Idle) && !closed) {
            listeners.tell(listener -> listener.accept(next));
        }
    }
}
