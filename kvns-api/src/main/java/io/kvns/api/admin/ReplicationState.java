package io.kvns.api.admin;

/** Where the server stands in replication. */
public interface ReplicationState
{
    /** Forty hexadecimal digits that name this history of the data set; new at every start. */
    String replicationId();

    /** How many bytes of changes the stream to replicas has had; 0 as long as nobody ever followed. */
    long offset();
}
