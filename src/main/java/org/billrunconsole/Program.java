package org.billrunconsole;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.session.ApiClients;
import org.billrunconsole.session.Sessions;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.OsSecretStore;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.support.Logs;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.work.FxThread;
import org.billrunconsole.work.SystemScheduler;
import org.billrunconsole.work.TaskRunner;
import org.billrunconsole.work.VirtualThreadTasks;

/**
 * What lives as long as the program, whatever it is connected to.
 *
 * @param version  the product's name and version
 * @param atStart  the preferences it began with
 * @param window   the window's thread
 * @param messages in the language of {@code atStart}
 */
record Program(String version, Preferences atStart, InstantSource clock, ZoneId zone, FxThread window,
        TaskRunner tasks, SystemScheduler scheduler, SettingsStore settings, OsSecretStore secrets,
        Sessions sessions, Logs logs, Messages messages, Formats formats, Sentences sentences)
        implements
        AutoCloseable {

    /** @param chosen where settings, data and logs lie, if not in the system's folders */
    static Program start(Optional<Path> chosen) {
        var folders = Folders.of(chosen);
        var clock = InstantSource.system();
        var logs = new Logs(folders.logs());
        logs.begin();
        var settings = new SettingsStore(folders, clock);
        var preferences = settings.preferences();
        var locale = preferences.language().map(Locale::forLanguageTag).orElseGet(Locale::getDefault);
        var messages = new Messages(locale);
        var formats = new Formats(locale, ZoneId.systemDefault());
        var window = new FxThread();
        var scheduler = new SystemScheduler();
        var secrets = new OsSecretStore();
        var version = BuildInfo.load();
        var sessions = new Sessions(new ApiClients(HttpApi::connect, HttpApi::authentication, HttpApi::claims),
                secrets, () -> Optional.ofNullable(System.getenv(CommandLine.TOKEN_VARIABLE)), clock, scheduler,
                "BillRunConsole/" + version.version());
        return new Program(version.line(), preferences, clock, ZoneId.systemDefault(), window,
                new VirtualThreadTasks(window), scheduler, settings, secrets, sessions, logs, messages, formats,
                new Sentences(messages, formats));
    }

    Fxml fxml() {
        return new Fxml(messages.bundle());
    }

    @Override
    public void close() {
        scheduler.close();
        secrets.close();
        logs.close();
    }
}
