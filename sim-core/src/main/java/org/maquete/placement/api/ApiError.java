package org.maquete.placement.api;

/** An answer that is no success. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1;

    static final String UNDEFINED = "placement.undefined_code";
    static final String CONCURRENT_UPDATE = "placement.concurrent_update";
    static final String INVENTORY_INUSE = "placement.inventory.inuse";
    static final String DUPLICATE_NAME = "placement.duplicate_name";
    static final String BAD_VALUE = "placement.query.bad_value";
    static final String MISSING_VALUE = "placement.query.missing_value";

    private final int status;
    private final String code;

    ApiError(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    static ApiError bad(String detail) {
        return new ApiError(400, UNDEFINED, detail);
    }

    static ApiError missing(String detail) {
        return new ApiError(404, UNDEFINED, detail);
    }

    static ApiError conflict(String code, String detail) {
        return new ApiError(409, code, detail);
    }

    /** An error that the real program does not catch; the detail is the exception's. */
    static ApiError broken(String detail) {
        return new ApiError(500, UNDEFINED, detail);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** The detail behind what the web framework says of the status. */
    String text() {
        String explanation =
                switch (status) {
                    case 400 ->
                            "The server could not comply with the request since it is either"
                                    + " malformed or otherwise incorrect.";
                    case 404 -> "The resource could not be found.";
                    case 405 -> "The method specified is not allowed for this resource.";
                    case 409 -> "There was a conflict when trying to complete your request.";
                    case 500 ->
                            "The server has either erred or is incapable of performing the"
                                    + " requested operation.";
                    default -> "";
                };
        return explanation + "\n\n " + getMessage() + "  ";
    }
}
