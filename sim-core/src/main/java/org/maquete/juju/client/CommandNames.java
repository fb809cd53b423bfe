package org.maquete.juju.client;

import java.util.List;

/** All commands of juju 3.6 with their aliases: cmd/juju/commands/main.go, registerCommands. */
final class CommandNames {

    /** Sorted. */
    static final List<String> ALL =
            List.of(
                    "actions", "add-cloud", "add-credential", "add-k8s", "add-machine", "add-model",
                    "add-secret", "add-secret-backend", "add-space", "add-ssh-key", "add-storage",
                    "add-unit", "add-user", "agree", "agreements", "attach-resource",
                    "attach-storage", "autoload-credentials", "bind", "bootstrap", "cancel-task",
                    "change-user-password", "charm-resources", "clouds", "config", "constraints",
                    "consume", "controller-config", "controllers", "create-backup",
                    "create-storage-pool", "credentials", "dashboard", "debug-code", "debug-hook",
                    "debug-hooks", "debug-log", "default-credential", "default-region", "deploy",
                    "destroy-controller", "destroy-model", "detach-storage", "diff-bundle",
                    "disable-command", "disable-user", "disabled-commands", "documentation",
                    "download", "download-backup", "enable-command", "enable-destroy-controller",
                    "enable-ha", "enable-user", "exec", "export-bundle", "expose",
                    "find", "find-offers", "firewall-rules", "grant", "grant-cloud",
                    "grant-secret", "help", "help-action-commands", "help-hook-commands",
                    "import-filesystem", "import-ssh-key", "info", "integrate", "kill-controller",
                    "list-actions", "list-agreements", "list-clouds", "list-controllers",
                    "list-credentials", "list-machines", "list-models", "list-offers",
                    "list-operations", "list-regions", "list-resources", "list-secret-backends",
                    "list-secrets", "list-spaces", "list-ssh-keys", "list-storage",
                    "list-storage-pools", "list-subnets", "list-users", "login", "logout",
                    "machines", "migrate", "model-config", "model-constraints", "model-default",
                    "model-defaults", "model-secret-backend", "models", "move-to-space", "offer",
                    "offers", "operations", "refresh", "regions", "register", "relate",
                    "reload-spaces", "remove-application", "remove-cloud", "remove-credential",
                    "remove-k8s", "remove-machine", "remove-offer", "remove-relation",
                    "remove-saas", "remove-secret", "remove-secret-backend", "remove-space",
                    "remove-ssh-key", "remove-storage", "remove-storage-pool", "remove-unit",
                    "remove-user", "rename-space", "resolve", "resolved", "resources",
                    "resume-relation", "retry-provisioning", "revoke", "revoke-cloud",
                    "revoke-secret", "run", "scale-application", "scp", "secret-backends",
                    "secrets", "set-application-base", "set-constraints", "set-credential",
                    "set-default-credentials", "set-default-region", "set-firewall-rule",
                    "set-meter-status", "set-model-constraints", "show-action",
                    "show-application", "show-cloud", "show-controller", "show-credential",
                    "show-credentials", "show-machine", "show-model", "show-offer",
                    "show-operation", "show-secret", "show-secret-backend", "show-space",
                    "show-status", "show-status-log", "show-storage", "show-task", "show-unit",
                    "show-user", "spaces", "ssh", "ssh-keys", "status", "storage",
                    "storage-pools", "subnets", "suspend-relation", "switch", "sync-agent-binary",
                    "trust", "unexpose", "unregister", "update-cloud", "update-credential",
                    "update-credentials", "update-k8s", "update-public-clouds", "update-secret",
                    "update-secret-backend", "update-storage-pool", "upgrade-controller",
                    "upgrade-machine", "upgrade-model", "users", "version", "wait-for", "whoami");

    private CommandNames() {}
}
