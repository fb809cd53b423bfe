package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.finding.Finding;
import org.maquete.hardware.CutPower;
import org.maquete.nova.NovaView;
import org.maquete.nova.Server;
import org.maquete.reach.Answer;
import org.maquete.reach.Reason;

/** The application with one thing wrong: each names its own cause, and what to type. */
final class BrokenTasksTest {

    private static final String SECOND = "ssh -J ubuntu@172.16.7.80 ubuntu@$API2 <<EOF\n";

    /** The rules of all findings about guests, each once, in order. */
    private static List<String> rules(Tasks tasks) {
        return tasks.findings().stream().map(Finding::rule).distinct().toList();
    }

    private static Finding first(Tasks tasks, String rule) {
        return tasks.findings().stream()
                .filter(f -> f.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** Types what the first finding of a rule says; the request is answered afterwards. */
    private static void cures(Tasks tasks, String rule) {
        String lines = String.join("\n", first(tasks, rule).cures().getFirst().lines());

        assertThat(tasks.then(lines + "\nsleep 11").asked()).startsWith("‹/ of lab/tasks-api from");
    }

    private static Reason reason(Answer answer) {
        assertThat(answer.why()).isPresent();
        return answer.why().orElseThrow().reason();
    }

    private static String sentence(Tasks tasks, String rule) {
        return first(tasks, rule).cause().en();
    }

    @Test
    void aContainerThatPublishesNoPort() {
        Tasks tasks = Tasks.changed(" -p 8080:80", "");

        assertThat(rules(tasks)).containsExactly("guest.not-published");
        assertThat(sentence(tasks, "guest.not-published"))
                .isEqualTo(
                        "uvicorn in the container api of api1 is not published: nothing in api1"
                                + " listens on 8080.");
        assertThat(tasks.asked()).contains("502 Bad Gateway");
        cures(tasks, "guest.not-published");
    }

    @Test
    void aContainerThatPublishesAPortOnWhichNothingListens() {
        Tasks tasks = Tasks.changed("-p 8080:80", "-p 8080:8000");

        assertThat(rules(tasks)).containsExactly("guest.published-wrong");
        assertThat(tasks.asked()).contains("502 Bad Gateway");
        cures(tasks, "guest.published-wrong");
    }

    @Test
    void aProgramThatListensOnTheLoopbackOfItsContainer() {
        Tasks tasks = Tasks.changed("\"--host\", \"0.0.0.0\"", "\"--host\", \"127.0.0.1\"");

        assertThat(rules(tasks)).containsExactly("guest.loopback-only");
        cures(tasks, "guest.loopback-only");
    }

    @Test
    void aDatabaseOfUbuntuListensOnTheLoopbackUntilToldOtherwise() {
        Tasks tasks = Tasks.changed(DOCKER_DATABASE, UBUNTU_DATABASE.replace(LISTEN, ""));

        assertThat(rules(tasks)).containsExactly("guest.loopback-only");
        assertThat(sentence(tasks, "guest.loopback-only")).contains("listen_addresses");
        cures(tasks, "guest.loopback-only");
    }

    @Test
    void aDatabaseWhoseFileOfClientsDoesNotNameTheApis() {
        Tasks tasks = Tasks.changed(DOCKER_DATABASE, UBUNTU_DATABASE.replace(CLIENTS, ""));

        assertThat(rules(tasks)).containsExactly("guest.client-not-allowed");
        assertThat(tasks.asked()).isEqualTo("Internal Server Error");
    }

    @Test
    void aDatabaseOfUbuntuThatIsSetUpAsAWhole() {
        Tasks tasks = Tasks.changed(DOCKER_DATABASE, UBUNTU_DATABASE);

        assertThat(rules(tasks)).isEmpty();
    }

    @Test
    void anUpstreamWithAnotherPortThanTheApisPublish() {
        Tasks tasks =
                Tasks.changed(
                        "$API1:8080;\n    server $API2:8080", "$API1:8000;\n    server $API2:8000");

        // the rule lets 8080 in, and no other port
        assertThat(rules(tasks)).containsExactly("guest.network");
        assertThat(tasks.asked()).contains("504 Gateway Time-out");
    }

    @Test
    void anUpstreamWithAnotherPortThanTheApisPublishBehindAnOpenGroup() {
        Tasks tasks =
                Tasks.changed("--dst-port 8080 --remote-group Web Api", "Api")
                        .then(
                                "ssh ubuntu@172.16.7.80 'sudo sed -i s/:8080/:8000/ "
                                        + "/etc/nginx/conf.d/lb.conf"
                                        + " && sudo systemctl reload nginx'\n"
                                        + Tasks.ASK);

        assertThat(rules(tasks)).containsExactly("guest.other-port");
        assertThat(tasks.last().answer().text()).contains("502 Bad Gateway");
        cures(tasks, "guest.other-port");
    }

    @Test
    void noRuleFromTheBalancerToTheApis() {
        String rule =
                "openstack security group rule create --protocol tcp --dst-port 8080"
                        + " --remote-group Web Api\n";
        Tasks tasks = Tasks.changed(rule, "");

        assertThat(rules(tasks)).containsExactly("guest.network");
        assertThat(reason(tasks.tcp("lb", "api1", 8080))).isEqualTo(Reason.NO_INGRESS_RULE);
        cures(tasks, "guest.network");
    }

    @Test
    void noRuleFromTheApisToTheDatabase() {
        String rule =
                "openstack security group rule create --protocol tcp --dst-port 5432"
                        + " --remote-group Api Db\n";
        Tasks tasks = Tasks.changed(rule, "");

        assertThat(rules(tasks)).containsExactly("guest.network");
        assertThat(reason(tasks.tcp("api1", "db", 5432))).isEqualTo(Reason.NO_INGRESS_RULE);
        cures(tasks, "guest.network");
    }

    @Test
    void noRuleForTheWeb() {
        Tasks tasks =
                Tasks.changed(
                        "openstack security group rule create --protocol tcp --dst-port 80 Web\n",
                        "");

        assertThat(rules(tasks)).containsExactly("guest.network");
        assertThat(tasks.asked())
                .isEqualTo(
                        "curl: (28) Failed to connect to 172.16.7.80 port 80 after 127000 ms:"
                                + " Connection timed out");
        assertThat(reason(tasks.tcp("outside", "lb", 80))).isEqualTo(Reason.NO_INGRESS_RULE);
        cures(tasks, "guest.network");
    }

    @Test
    void theFloatingAddressTakenFromTheBalancer() {
        Tasks tasks =
                Tasks.asWritten()
                        .then("openstack server remove floating ip lb 172.16.7.80\n" + Tasks.ASK);

        assertThat(rules(tasks)).containsExactly("guest.network");
        assertThat(tasks.last().answer().text()).endsWith("No route to host");
        assertThat(sentence(tasks, "guest.network"))
                .isEqualTo("The floating address 172.16.7.80 leads to no server.");
    }

    @Test
    void theRouterWithoutAnInterfaceInTheSubnet() {
        Tasks tasks =
                Tasks.changed(
                        "## 24. Who",
                        "```bash\nopenstack router remove subnet lab_router lab_subnet\n"
                                + "```\n\n## 24. Who");

        assertThat(reason(tasks.tcp("lb", "outside", 443))).isEqualTo(Reason.NO_ROUTER);
        assertThat(Tasks.texts(tasks.lines()))
                .anyMatch(t -> t.contains("is not reachable from subnet"));
    }

    @Test
    void traceNamesTheContainerThatPublishesNoPort() {
        Tasks tasks = Tasks.changed(" -p 8080:80", "");

        Answer answer = tasks.tcp("lb", "api1", 8080);

        assertThat(reason(answer)).isEqualTo(Reason.NOTHING_LISTENS);
        assertThat(answer.why().orElseThrow().words().en()).contains("is not published");
    }

    @Test
    void dockerWithoutSudo() {
        Tasks tasks = Tasks.changed("sudo docker run -d --name api", "docker run -d --name api");

        assertThat(rules(tasks)).contains("guest.docker-socket");
        Finding finding = first(tasks, "guest.docker-socket");
        assertThat(finding.answer())
                .contains("permission denied while trying to connect to the Docker daemon socket");
        assertThat(finding.cures().getFirst().lines().getFirst()).contains("sudo docker run -d");
    }

    @Test
    void theGroupDockerSparesSudoAtTheNextLogin() {
        Tasks tasks =
                Tasks.asWritten()
                        .then(
                                "ssh ubuntu@172.16.7.80 'sudo apt-get install -y docker.io"
                                        + " && sudo usermod -aG docker ubuntu'\n"
                                        + "ssh ubuntu@172.16.7.80 docker ps");

        assertThat(tasks.last().answer().stdout()).startsWith("CONTAINER ID");
    }

    @Test
    void theImageOfTheApiInTheForegroundAsDatabase() {
        Tasks tasks =
                Tasks.changed(
                        "sudo docker run -d --name postgres --restart always -p 5432:5432"
                                + " -e POSTGRES_PASSWORD=segredo postgres:15",
                        "echo DATABASE_URL=postgresql://localhost/x > .env\n"
                                + "sudo docker run --env-file .env lab/tasks-api");

        assertThat(rules(tasks))
                .containsExactlyInAnyOrder("guest.foreground", "guest.wrong-program");
        assertThat(sentence(tasks, "guest.wrong-program"))
                .isEqualTo("No PostgreSQL runs in db, but lab/tasks-api.");
    }

    @Test
    void aDatabaseWithoutAPassword() {
        Tasks tasks = Tasks.changed(" -e POSTGRES_PASSWORD=segredo", "");

        assertThat(rules(tasks)).containsExactly("guest.container-ended");
        assertThat(tasks.asked()).isEqualTo("Internal Server Error");
    }

    @Test
    void anotherPasswordThanTheDatabaseHas() {
        Tasks tasks = Tasks.changed("postgres:segredo@", "postgres:secret@");

        assertThat(rules(tasks)).containsExactly("guest.password");
        assertThat(tasks.asked()).isEqualTo("Internal Server Error");
    }

    @Test
    void aFileOfVariablesThatIsNotThere() {
        Tasks tasks = Tasks.changed(" > .env\n", " > env.txt\n");

        assertThat(rules(tasks)).contains("guest.no-file");
        assertThat(first(tasks, "guest.no-file").answer())
                .contains("docker: open .env: no such file or directory.");
    }

    @Test
    void anAddressOfTheDatabaseThatIsTheContainerItself() {
        Tasks tasks = Tasks.changed("@$DB:5432", "@localhost:5432");

        assertThat(rules(tasks)).containsExactly("guest.no-database-address");
    }

    @Test
    void aVariableThatTheProgramNeedsAndDoesNotGet() {
        Tasks tasks = Tasks.changed(" --env-file .env", "");

        assertThat(rules(tasks)).contains("guest.no-database-address", "guest.container-ended");
        assertThat(sentence(tasks, "guest.no-database-address")).contains("DATABASE_URL");
    }

    @Test
    void thePageThatNginxComesWith() {
        Tasks tasks = Tasks.changed("sudo rm /etc/nginx/sites-enabled/default\n", "");

        assertThat(rules(tasks)).containsExactly("guest.default-page");
        assertThat(tasks.asked()).contains("<title>Welcome to nginx!</title>");
        cures(tasks, "guest.default-page");
    }

    @Test
    void aConfigurationThatNginxHasNotRead() {
        Tasks tasks = Tasks.changed("sudo systemctl reload nginx\n", "");

        assertThat(rules(tasks)).containsExactly("guest.default-page");
        cures(tasks, "guest.default-page");
    }

    @Test
    void aConfigurationThatNginxDoesNotUnderstand() {
        Tasks tasks = Tasks.changed("proxy_pass http://api;", "proxy_pas http://api;");

        assertThat(rules(tasks)).contains("guest.configuration");
        assertThat(sentence(tasks, "guest.configuration"))
                .contains("unknown directive \"proxy_pas\" in /etc/nginx/conf.d/lb.conf:8");
    }

    @Test
    void apiTwoDoesNotRunAndTheOtherStandsIn() {
        Tasks tasks =
                Tasks.asWritten()
                        .then(
                                "ssh -J ubuntu@172.16.7.80 ubuntu@$API2 sudo docker stop api\n"
                                        + Tasks.ASK
                                        + "\n"
                                        + Tasks.ASK
                                        + "\n"
                                        + Tasks.ASK);

        assertThat(tasks.last().answer().text()).contains("api of api1");
        assertThat(rules(tasks)).containsExactly("guest.container-ended");
        assertThat(sentence(tasks, "guest.container-ended")).contains("api of api2");
    }

    @Test
    void theServerOfAnApiIsStoppedAndComesBack() {
        Tasks stopped =
                Tasks.asWritten()
                        .then(
                                "openstack server stop api2\nsleep 60\n"
                                        + Tasks.ASK
                                        + "\n"
                                        + Tasks.ASK);

        assertThat(sentence(stopped, "guest.network")).startsWith("api2 is not running");
        assertThat(stopped.last().answer().text()).contains("api of api1");
        // its effective weight grows again with each request
        Tasks started =
                stopped.then(
                        "openstack server start api2\nsleep 60\n" + (Tasks.ASK + "\n").repeat(4));
        List<String> answers = Tasks.texts(started.lines());
        assertThat(String.join("", answers.subList(answers.size() - 4, answers.size())))
                .contains("api of api1")
                .contains("api of api2");
    }

    @Test
    void theHostOfTheDatabaseIsWithoutPower() {
        Tasks tasks = Tasks.asWritten();
        Server db =
                NovaView.servers(tasks.run().world()).stream()
                        .filter(s -> s.name().equals("db"))
                        .findFirst()
                        .orElseThrow();
        Tasks dark = tasks.after(new CutPower(db.host().replaceFirst("\\..*", "")));

        assertThat(reason(dark.tcp("api1", "db", 5432))).isEqualTo(Reason.HOST_DOWN);
    }

    @Test
    void djangoThatIsAskedByANameItDoesNotKnow() {
        String uvicorn =
                "CMD [\"uvicorn\", \"main:app\", \"--host\", \"0.0.0.0\", \"--port\", \"80\"]";
        String django =
                "ENV ALLOWED_HOSTS=172.16.7.80\n"
                        + "CMD [\"python\", \"manage.py\", \"runserver\", \"0.0.0.0:80\"]";
        Tasks tasks = Tasks.changed(uvicorn, django);

        // NGINX passes on the name of the upstream unless it is told otherwise
        assertThat(rules(tasks)).containsExactly("guest.disallowed-host");
        assertThat(tasks.asked()).contains("<h1>Bad Request (400)</h1>");
        assertThat(sentence(tasks, "guest.disallowed-host")).contains("is asked as api,");
        assertThat(
                        tasks.then(
                                        "ssh ubuntu@172.16.7.80 \"sudo sed -i"
                                                + " 's|http://api;|http://api;"
                                                + " proxy_set_header Host 172.16.7.80;|'"
                                                + " /etc/nginx/conf.d/lb.conf"
                                                + " && sudo systemctl reload nginx\"")
                                .asked())
                .startsWith("\u2039/ of lab/tasks-api from");
    }

    @Test
    void djangoThatListensWhereRunserverListensByItself() {
        String uvicorn =
                "CMD [\"uvicorn\", \"main:app\", \"--host\", \"0.0.0.0\", \"--port\", \"80\"]";
        Tasks tasks =
                Tasks.changed(
                        uvicorn,
                        "ENV ALLOWED_HOSTS=*\nCMD [\"python\", \"manage.py\", \"runserver\"]");

        assertThat(rules(tasks)).containsExactly("guest.published-wrong");
        assertThat(sentence(tasks, "guest.published-wrong")).contains("Django listens on 8000");
    }

    @Test
    void packagesBeforeTheirLists() {
        Tasks tasks = Tasks.changed(SECOND + "sudo apt-get update\n", SECOND);

        assertThat(rules(tasks)).contains("guest.no-package-lists");
        assertThat(first(tasks, "guest.no-package-lists").answer())
                .contains("E: Unable to locate package docker.io");
    }

    private static final String DOCKER_DATABASE =
            """
            sudo apt-get install -y docker.io
            sudo docker run -d --name postgres --restart always -p 5432:5432 \
            -e POSTGRES_PASSWORD=segredo postgres:15
            """;
    private static final String LISTEN =
            "echo \"listen_addresses = '*'\" | sudo tee -a"
                    + " /etc/postgresql/14/main/postgresql.conf\n";
    private static final String CLIENTS =
            "echo \"host all all 192.168.0.0/24 scram-sha-256\""
                    + " | sudo tee -a /etc/postgresql/14/main/pg_hba.conf\n";
    private static final String UBUNTU_DATABASE =
            "sudo apt-get install -y postgresql\n"
                    + LISTEN
                    + CLIENTS
                    + "sudo -u postgres psql -c \"ALTER USER postgres PASSWORD 'segredo'\"\n"
                    + "sudo systemctl restart postgresql\n";
}
