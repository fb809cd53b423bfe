package org.maquete.guest;

/** The pages that NGINX itself answers with: 1.22.1 of Debian 12, recorded. */
final class NginxPages {

    static final String WELCOME =
            """
            <!DOCTYPE html>
            <html>
            <head>
            <title>Welcome to nginx!</title>
            <style>
            html { color-scheme: light dark; }
            body { width: 35em; margin: 0 auto;
            font-family: Tahoma, Verdana, Arial, sans-serif; }
            </style>
            </head>
            <body>
            <h1>Welcome to nginx!</h1>
            <p>If you see this page, the nginx web server is successfully installed and
            working. Further configuration is required.</p>

            <p>For online documentation and support please refer to
            <a href="http://nginx.org/">nginx.org</a>.<br/>
            Commercial support is available at
            <a href="http://nginx.com/">nginx.com</a>.</p>

            <p><em>Thank you for using nginx.</em></p>
            </body>
            </html>
            """;

    private NginxPages() {}

    /** The page of an error. */
    static String error(int status, String version) {
        String title = title(status);
        return "<html>\r\n<head><title>"
                + title
                + "</title></head>\r\n<body>\r\n<center><h1>"
                + title
                + "</h1></center>\r\n<hr><center>"
                + version
                + "</center>\r\n</body>\r\n</html>\r\n";
    }

    static String title(int status) {
        return switch (status) {
            case 200 -> "200 OK";
            case 400 -> "400 Bad Request";
            case 404 -> "404 Not Found";
            case 500 -> "500 Internal Server Error";
            case 502 -> "502 Bad Gateway";
            case 504 -> "504 Gateway Time-out";
            default -> String.valueOf(status);
        };
    }
}
