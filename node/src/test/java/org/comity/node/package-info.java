/**
 * How to test a room with real parts.
 *
 * <ul>
 *   <li>{@link org.comity.node.NodeTest @NodeTest}: the whole node in exercise mode, on a fresh database, on a random port.
 *   <li>{@link org.comity.node.FreshDatabase @FreshDatabase}: add it to {@code @ApplicationModuleTest} or any other Spring
 *       test for the same database and settings.
 *   <li>{@link org.comity.node.TestPostgres}: databases without Spring; {@code TestPostgres.migrated()} is a migrated
 *       data source for a repository's own test.
 * </ul>
 *
 * All of them share one PostgreSQL server, started once in each test JVM by the same launcher that a node uses; a fresh
 * database costs some 50 ms and its migrations.
 */
package org.comity.node;
