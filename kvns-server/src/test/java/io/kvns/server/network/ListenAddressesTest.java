package io.kvns.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.server.network.ListenAddresses.Address;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenAddressesTest
{
    @Test
    void starsMeanAllAddressesOfAFamilyAndAMinusThatOneMayBeMissing()
    {
        assertThat(new ListenAddresses(List.of("*", "-::*", "127.0.0.1", "-10.0.0.9")).toListenOn(true)).containsExactly(
                new Address("0.0.0.0", false),
                new Address("::", true),
                new Address("127.0.0.1", false),
                new Address("10.0.0.9", true));
    }

    @Test
    void anAddressIsListenedOnOnce()
    {
        assertThat(new ListenAddresses(List.of("*", "0.0.0.0", "127.0.0.1", "-127.0.0.1")).toListenOn(true)).containsExactly(
                new Address("0.0.0.0", false),
                new Address("127.0.0.1", false));
    }

    @Test
    void whereASocketServesBothFamiliesOneIsEnough()
    {
        assertThat(new ListenAddresses(List.of("*", "::*")).toListenOn(false)).containsExactly(new Address("::", false));
        assertThat(new ListenAddresses(List.of("*")).toListenOn(false)).containsExactly(new Address("0.0.0.0", false));
    }
}
