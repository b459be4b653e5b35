/**
 * Runs real PostgreSQL server binaries beside the program. Below {@code <CLOUDPBX_DATA>/postgres}:
 *
 * <pre>
 * lock        held by the one program that may use this directory
 * 18.6.0/     the unpacked server, one directory per version
 * data/       the database, owned by the account the server runs under
 * port        the port of the last start, taken again when it is free
 * password    of the database's superuser, readable by us alone
 * server.log  what the server says
 * </pre>
 */
@NullMarked
package io.cloudpbx.database.embedded;

import org.jspecify.annotations.NullMarked;
