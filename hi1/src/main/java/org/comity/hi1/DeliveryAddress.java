package org.comity.hi1;

/** Where something is to be delivered. */
public sealed interface DeliveryAddress {

    record Ipv4(String address) implements DeliveryAddress {
        public Ipv4 {
            TargetFormat.IPV4.check(address);
        }
    }

    record Ipv6(String address) implements DeliveryAddress {
        public Ipv6 {
            TargetFormat.IPV6.check(address);
        }
    }

    /** An address with its port or range of ports, kept as it came in. */
    record WithPort(ForeignElement element) implements DeliveryAddress {}

    record Telephone(PhoneNumber number) implements DeliveryAddress {}

    record Ftp(String uri) implements DeliveryAddress {
        public Ftp {
            Text.uri("FTP address", uri);
        }
    }

    record Web(String uri) implements DeliveryAddress {
        public Web {
            Text.uri("URL", uri);
        }
    }

    record Host(String name) implements DeliveryAddress {
        public Host {
            Text.longString("host name", name);
        }
    }

    record Mail(String address) implements DeliveryAddress {
        public Mail {
            TargetFormat.EMAIL.check(address);
        }
    }

    /** Another endpoint of HI-1. */
    record Endpoint(EndpointId endpoint) implements DeliveryAddress {}

    /** What both sides agreed on elsewhere, by its name. */
    record Agreed(String deliveryInformationId) implements DeliveryAddress {
        public Agreed {
            Text.longString("delivery information", deliveryInformationId);
        }
    }
}
