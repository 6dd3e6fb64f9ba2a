"""What a device keeps to look up postcodes and write letters without a network."""
