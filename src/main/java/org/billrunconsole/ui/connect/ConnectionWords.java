package org.billrunconsole.ui.connect;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.billrunconsole.domain.Failure.ServerWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.session.TestResult;
import org.billrunconsole.session.tls.CaFileException;
import org.billrunconsole.session.tls.TrustRefusal;
import org.billrunconsole.settings.SettingsNotice;

/** What came of trying a connection, in words that say what to do. */
public final class ConnectionWords {

    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;

    public ConnectionWords(Messages messages, Formats formats, Sentences sentences) {
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
    }

    /** Why a connection could not be opened, and what to do. */
    public String notOpened(Exception why) {
        return why instanceof CaFileException file
                ? result(new TestResult.CaFileUnusable(file.file(), file.problem()))
                : messages.get("connect.not-opened.files");
    }

    /** What is amiss with the settings, and what became of it. */
    public String notice(SettingsNotice notice) {
        return switch (notice) {
            case SettingsNotice.SetAside(var file, var aside, _) -> messages.get("preferences.notice.set-aside",
                    file.getFileName(), aside.getFileName());
            case SettingsNotice.Unreadable(var file, _) -> messages.get("preferences.notice.unreadable", file);
            case SettingsNotice.BrokenConnection(var file, var name) -> messages.get("preferences.notice.connection",
                    name, file);
        };
    }

    String result(TestResult result) {
        return switch (result) {
            case TestResult.Works(var user, var took) -> user
                    .map(name -> messages.get("connect.test.works.user", name, took.toMillis()))
                    .orElseGet(() -> messages.get("connect.test.works", took.toMillis()));
            case TestResult.UnknownHost(var host) -> messages.get("connect.test.unknown-host", host);
            case TestResult.NotAnswering(var address) -> messages.get("connect.test.not-answering", address);
            case TestResult.NotTrusted(var refusal) -> refusal(refusal);
            case TestResult.WrongHostName(var host) -> messages.get("connect.test.wrong-host-name", host);
            case TestResult.NoTls(var detail) -> messages.get("connect.test.no-tls", detail);
            case TestResult.PlainHttpOnly(var address) -> messages.get("connect.test.plain-http", address);
            case TestResult.CaFileUnusable(var file, var problem) -> messages.get("connect.test.ca-file."
                    + Sentences.key(problem), file);
            case TestResult.ProxyTrouble(var detail) -> messages.get("connect.test.proxy", detail);
            case TestResult.SignInRefused _ -> messages.get("connect.test.sign-in-refused");
            case TestResult.NothingToSignInWith _ -> messages.get("connect.test.nothing-to-sign-in-with");
            case TestResult.NotPermitted(var words) -> messages.get("connect.test.not-permitted", said(words));
            case TestResult.WrongPath(var path) -> messages.get("connect.test.wrong-path", path);
            case TestResult.Other(var failure) -> sentences.failure(failure);
        };
    }

    private String refusal(TrustRefusal refusal) {
        return switch (refusal) {
            case TrustRefusal.UnknownIssuer(var issuer) -> messages.get("connect.test.unknown-issuer", issuer);
            case TrustRefusal.Expired(var subject, var since) -> messages.get("connect.test.expired", subject,
                    formats.date(LocalDate.ofInstant(since, ZoneOffset.UTC)));
            case TrustRefusal.NotYetValid(var subject, var from) -> messages.get("connect.test.not-yet-valid", subject,
                    formats.date(LocalDate.ofInstant(from, ZoneOffset.UTC)));
            case TrustRefusal.Other(var why) -> messages.get("connect.test.no-tls", why);
        };
    }

    private static String said(ServerWords words) {
        return words.message().or(words::error).orElse("");
    }
}
