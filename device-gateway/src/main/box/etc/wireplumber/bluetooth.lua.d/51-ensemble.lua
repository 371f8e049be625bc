-- WirePlumber 0.4: Bluetooth without a login session.
bluez_monitor.properties["with-logind"] = false
