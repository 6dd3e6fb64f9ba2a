"""What a browser needs to look up postcodes and write letters without a network."""
