/**
 * What runs inside the servers of the cloud: Ubuntu 22.04 with Docker 24, NGINX 1.18, PostgreSQL
 * 14, and programs of FastAPI and Django in containers.
 */
@org.jspecify.annotations.NullMarked
package org.maquete.guest;
