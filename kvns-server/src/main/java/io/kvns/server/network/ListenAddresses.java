package io.kvns.server.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The addresses of the {@code bind} setting: {@code *} means all of IPv4, {@code ::*} all of IPv6, and an address with {@code -} before
 * it may be missing on this machine.
 */
record ListenAddresses(List<String> words)
{
    private static final String ALL_OF_IPV4 = "0.0.0.0";
    private static final String ALL_OF_IPV6 = "::";

    /** An address to listen on. */
    record Address(String host, boolean optional)
    {
    }

    /**
     * The addresses, each once.
     *
     * @param separateFamilies whether a listener on all of IPv6 leaves IPv4 to another; if not, one of the two is enough
     */
    List<Address> toListenOn(boolean separateFamilies)
    {
        List<Address> addresses = new ArrayList<>();
        for (String word : words) {
            boolean optional = word.startsWith("-");
            String host = optional ? word.substring(1) : word;
            Address address = new Address(switch (host) {
                case "*" -> ALL_OF_IPV4;
                case "::*" -> ALL_OF_IPV6;
                default -> host;
            }, optional);
            if (addresses.stream().noneMatch(other -> other.host().equals(address.host()))) {
                addresses.add(address);
            }
        }
        if (!separateFamilies && addresses.stream().anyMatch(address -> address.host().equals(ALL_OF_IPV6))) {
            addresses.removeIf(address -> address.host().equals(ALL_OF_IPV4));
        }
        return addresses;
    }
}
