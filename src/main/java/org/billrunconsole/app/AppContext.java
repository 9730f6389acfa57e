package org.billrunconsole.app;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.journal.ChangedServers;
import org.billrunconsole.journal.OwnerOnly;
import org.billrunconsole.session.ApiClients;
import org.billrunconsole.session.Sessions;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.policy.KnownConnections;
import org.billrunconsole.settings.policy.MachinePolicy;
import org.billrunconsole.settings.secrets.EarlierSecrets;
import org.billrunconsole.settings.secrets.OsSecretStore;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.support.BuildInfo;
import org.billrunconsole.support.Logs;
import org.billrunconsole.support.Uncaught;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.export.FilePlaces;
import org.billrunconsole.ui.settings.PolicyWords;
import org.billrunconsole.work.FxThread;
import org.billrunconsole.work.SystemScheduler;
import org.billrunconsole.work.TaskRunner;
import org.billrunconsole.work.VirtualThreadTasks;
import org.slf4j.LoggerFactory;

/**
 * What exists once in the program, whatever it is connected to.
 *
 * @param version  the product's name and version
 * @param troubles what cannot be kept this time
 * @param desktop  the operating system's messages
 * @param window   the window's thread
 * @param messages in the language and with the numbers that were chosen when it began
 * @param keyStore the operating system's, to be closed
 * @param secrets  all that is kept in it
 * @param policy   what the computer's administrators have laid down
 * @param updates  the newest version, where somebody is to be asked for it
 * @param files    where people choose and look at files
 */
record AppContext(String version, List<StartTrouble> troubles, CurrentPreferences preferences, DesktopNotices desktop,
        InstantSource clock,
        ZoneId zone, FxThread window,
        TaskRunner tasks, SystemScheduler scheduler, SettingsStore settings, OsSecretStore keyStore,
        SecretStore secrets,
        Sessions sessions, Logs logs, Messages messages, Formats formats, Sentences sentences,
        MachinePolicy policy, KnownConnections connections, Updates updates, FilePlaces files)
        implements
        AutoCloseable {

    /** @param chosen where settings, data and logs lie, if not in the system's folders */
    static AppContext start(Optional<String> chosen, PlatformServices platform) {
        var found = StartTrouble.look(chosen);
        var folders = found.folders();
        var clock = platform.clock();
        var logs = new Logs(folders.logs());
        logs.begin();
        Uncaught.intoTheLog();
        OwnerOnly.mend(folders.logs());
        var policy = platform.policy().read();
        if (policy instanceof MachinePolicy.Broken(var fault)) {
            LoggerFactory.getLogger(AppContext.class).error("The policy file {} is broken: line {}, {}, expected {}",
                    fault.file(), fault.line().map(Object::toString).orElse("?"), fault.key(), fault.expected());
        }
        var settings = new SettingsStore(folders, clock);
        var connections = new KnownConnections(settings, policy.policy());
        var window = new FxThread();
        var tasks = new VirtualThreadTasks(window);
        var preferences = new CurrentPreferences(settings, tasks);
        var messages = messages(preferences.now(), platform);
        var formats = new Formats(messages.region(), ZoneId.systemDefault());
        var scheduler = new SystemScheduler();
        var keyStore = new OsSecretStore();
        var secrets = new EarlierSecrets(keyStore, settings, profile -> ChangedServers.isOnly(folders.journals(),
                profile.name(), ServerIdentity.of(profile.base())));
        var version = BuildInfo.load();
        var sessions = new Sessions(new ApiClients(HttpApi::connect, HttpApi::authentication, HttpApi::claims),
                secrets, () -> platform.environment().apply(CommandLine.TOKEN_VARIABLE), clock, scheduler,
                "BillRunConsole/" + version.version());
        return new AppContext(version.line(), found.troubles(), preferences, platform.desktop(), clock,
                ZoneId.systemDefault(), window,
                tasks, scheduler, settings, keyStore, secrets, sessions, logs, messages, formats,
                new Sentences(messages, formats), policy, connections,
                Updates.of(version, policy.policy(), connections, sessions, settings, scheduler, clock),
                platform.files());
    }

    private static Messages messages(Preferences preferences, PlatformServices platform) {
        var language = preferences.language()
                .map(Locale::forLanguageTag)
                .orElseGet(() -> Locale.getDefault(Locale.Category.DISPLAY));
        var region = preferences.region()
                .map(Locale::forLanguageTag)
                .orElseGet(() -> Locale.getDefault(Locale.Category.FORMAT));
        // The days of a billing system are those of the common calendar, in JavaFX's own calendar too.
        var messages = new Messages(platform.texts().apply(language),
                new Locale.Builder().setLocale(region).setUnicodeLocaleKeyword("ca", null).build());
        // What JavaFX writes by itself, as in a calendar or a text field's menu, stands among these texts too.
        Locale.setDefault(Locale.Category.DISPLAY, messages.language());
        Locale.setDefault(Locale.Category.FORMAT, messages.region());
        return messages;
    }

    PolicyWords policyWords() {
        return new PolicyWords(messages);
    }

    Fxml fxml() {
        return new Fxml(messages.bundle());
    }

    @Override
    public void close() {
        updates.close();
        scheduler.close();
        desktop.close();
        keyStore.close();
        logs.close();
    }
}
