/**
 * What runs inside the servers of the cloud: Ubuntu 22.04 with Docker 24.0, NGINX 1.18, PostgreSQL
 * 14, and programs of FastAPI and Django in containers.
 *
 * <h2>In reality</h2>
 *
 * Somebody logs in by SSH with the key pair that cloud-init put there, installs packages from the
 * Internet, runs containers and writes files. A request from outside then meets, in turn: the
 * network, a socket on which somebody listens or nobody does, NGINX, which passes it on to one of
 * several servers, a program, and its database with rules of its own.
 *
 * <h2>How a runbook speaks to a guest</h2>
 *
 * By {@code ssh ubuntu@ADDRESS 'command'}, or with a here-document of commands; {@code -J} jumps.
 * Logging in takes the network's way to port 22 for each jump ({@link org.maquete.guest.Wire}), the
 * user ubuntu, and a server with a key pair; the private half of every key pair is taken to be at
 * hand. All of a line is modelled or nothing of it: a line with a command that is not known here
 * changes nothing and is named. {@code curl http://ADDRESS/} is asked outside or in a guest.
 *
 * <h2>What an image is</h2>
 *
 * nginx, postgres and hello-world are known. Any other has to be told where it comes from in
 * reality: {@code docker build -t NAME -} with a Dockerfile, and {@code docker push NAME}, at the
 * operator's desk, or {@code docker build} in the guest. Of the Dockerfile count FROM, CMD and
 * ENTRYPOINT, ENV, EXPOSE and LABEL. The command says the program and where it listens: nginx,
 * postgres, uvicorn, fastapi, gunicorn, manage.py runserver, with their own defaults (127.0.0.1 and
 * 8000 for most). A program whose environment holds {@code postgresql://...} (or DB_HOST, DB_USER
 * and so on) asks that database in each request but those for FastAPI's own pages. {@code LABEL
 * org.maquete.needs=NAME} says that it does not start without a variable. Django's ALLOWED_HOSTS
 * and DEBUG are read from the environment. What a program answers is shown as a placeholder that
 * names the container.
 *
 * <h2>Modelled</h2>
 *
 * apt-get (lists, the Internet, a name server), docker build, pull, run, ps, images, logs, stop,
 * start, restart, rm, its socket's rights, published ports, variables, mounted files, restart
 * policies when the server is stopped; systemctl, nginx -t; roles, passwords, databases,
 * listen_addresses and pg_hba.conf of PostgreSQL; blocks of NGINX by port and name, locations by
 * prefix, upstreams with weights, max_fails and fail_timeout in smooth round robin, its own pages;
 * curl's exit codes. Who fails knows why: each cause ({@link org.maquete.guest.Cause}) has a cure,
 * which the check tells, and {@code reach} for a port on which nothing listens.
 *
 * <h2>Simplified</h2>
 *
 * A server is booted when Nova says ACTIVE, and every image is Ubuntu's. NGINX has one worker, its
 * containers read mounted files anew for each request, and a URI behind proxy_pass is not put in
 * the request's place. Permissions know root and the own home folder. A server in the foreground is
 * ended by Ctrl-C after a minute. Versions of images are not told apart.
 *
 * <h2>Not modelled</h2>
 *
 * Typing in a guest without a command, scp, tunnels; Docker's own networks, volumes, exec and
 * compose; programs started by hand outside containers; HTTPS, regular expressions in locations,
 * HTTP of size: the packets of a container are as large as Docker's bridge allows (1500), more than
 * Geneve leaves (1442), and that loss is not shown. IPv6, names of Neutron's DNS, host firewalls,
 * Octavia, Ansible, load over time.
 *
 * <h2>Sources</h2>
 *
 * NGINX 1.22.1 of Debian 12, run on the loopback: order of upstreams with and without weights, two
 * dead servers and then "no live upstreams", pages, complaints of {@code nginx -t}; its source
 * (ngx_http_upstream_round_robin.c). curl's words are those of 7.81 (Ubuntu 22.04; 7.88 says
 * "Couldn't connect to server" for a refused connection). moby and docker/cli 24.0; the Dockerfiles
 * of docker.io; PostgreSQL 14 (hba.c, auth.c); Linux: tcp_syn_retries 6 is 127 s, three questions
 * for a MAC 3 s. Durations of apt and docker, and times of programs, are GUESS, where they stand.
 */
@NullMarked
package org.maquete.guest;

import org.jspecify.annotations.NullMarked;
