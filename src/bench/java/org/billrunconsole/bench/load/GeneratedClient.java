package org.billrunconsole.bench.load;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.billrunconsole.bench.NotMeasured;

/**
 * A client of the contract as the OpenAPI generator makes one, in a virtual machine of its own, which fetches and parses
 * the pages one after another and keeps nothing. Of the generator's libraries for Java this is the one with OkHttp and
 * Jackson: retrofit2. Its newest release and those of its parts that its own pom names.
 */
final class GeneratedClient implements AutoCloseable {

    private static final String GENERATOR = "openapi-generator-cli";
    private static final String VERSION = "7.25.0";
    private static final Path CONTRACT = Path.of("src/test/resources/contract/bill-run-api.yaml");

    private static final String LOAD = """
            package client;

            import client.api.BillRunsApi;
            import java.util.Scanner;

            public final class Load {
                public static void main(String[] args) throws Exception {
                    ApiClient api = new ApiClient("bearerAuth", "token");
                    api.getAdapterBuilder().baseUrl(args[0] + "/");
                    BillRunsApi runs = api.createService(BillRunsApi.class);
                    Scanner lines = new Scanner(System.in);
                    while (lines.hasNextLine()) {
                        lines.nextLine();
                        long begun = System.nanoTime();
                        int last = 1000;
                        for (int page = 1; last == 1000; page++) {
                            last = runs.getBillRuns(page, 1000, "id", null, null, null, null).execute().body().size();
                        }
                        System.out.println(System.nanoTime() - begun);
                    }
                    System.exit(0);
                }
            }
            """;

    private final Process process;
    private final BufferedWriter asked;
    private final BufferedReader answers;

    private GeneratedClient(Process process) {
        this.process = process;
        this.asked = process.outputWriter();
        this.answers = process.inputReader();
    }

    /**
     * Starts it.
     *
     * @param kept    where it is kept once it is generated
     * @param options of its virtual machine
     */
    static GeneratedClient start(Path kept, URI server, List<String> options)
            throws IOException, InterruptedException, NotMeasured {
        var classes = kept.resolve("classes");
        var path = kept.resolve("path.txt");
        if (!Files.exists(classes.resolve("client/Load.class"))) {
            generate(kept, classes, path);
        }
        var command = new ArrayList<>(List.of(java("java")));
        command.addAll(options);
        command.addAll(List.of("-cp", classes + File.pathSeparator + Files.readString(path).strip(), "client.Load",
                server.toString()));
        return new GeneratedClient(new ProcessBuilder(command).redirectError(kept.resolve("client.txt").toFile())
                .start());
    }

    /** Fetches and parses all pages; nanoseconds. */
    long load() throws IOException {
        asked.write("\n");
        asked.flush();
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The generated client ended, see client.txt");
        }
        return Long.parseLong(answer);
    }

    private static void generate(Path kept, Path classes, Path path)
            throws IOException, InterruptedException, NotMeasured {
        run(kept, "mvn", "-B", "-ntp", "-q", "dependency:copy", "-Dartifact=org.openapitools:" + GENERATOR + ":"
                + VERSION, "-DoutputDirectory=" + kept);
        var sources = kept.resolve("generated");
        run(kept, java("java"), "-jar", kept.resolve(GENERATOR + "-" + VERSION + ".jar").toString(), "generate", "-i",
                CONTRACT.toAbsolutePath().toString(), "-g", "java", "--library", "retrofit2", "-o", sources.toString(),
                "--additional-properties=serializationLibrary=jackson,openApiNullable=false,annotationLibrary=none,"
                        + "documentationProvider=none,apiPackage=client.api,modelPackage=client.model,"
                        + "invokerPackage=client,dateLibrary=java8",
                "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false");
        run(kept, "mvn", "-B", "-ntp", "-q", "-f", sources.resolve("pom.xml").toString(),
                "dependency:build-classpath", "-Dmdep.outputFile=" + path);
        var code = sources.resolve("src/main/java");
        Files.writeString(code.resolve("client/Load.java"), LOAD);
        var compile = new ArrayList<>(List.of(java("javac"), "-nowarn", "-proc:none", "-cp", Files.readString(path)
                .strip(), "-d", classes.toString()));
        try (var files = Files.walk(code)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(compile::add);
        }
        run(kept, compile.toArray(String[]::new));
    }

    private static void run(Path kept, String... command) throws IOException, InterruptedException, NotMeasured {
        var said = kept.resolve("generating.txt");
        var process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new NotMeasured("not measured: the client cannot be generated, see " + said);
        }
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
